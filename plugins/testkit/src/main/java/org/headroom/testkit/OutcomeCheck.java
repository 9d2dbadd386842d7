package org.headroom.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.headroom.model.Criterion;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;

/** Checks one value that a module wrote. */
final class OutcomeCheck {
    private OutcomeCheck() {}

    static void check(Outcome outcome, ScoringModule module, ModuleContext context) {
        Criterion criterion = module.criteria().stream()
                .filter(c -> c.id().equals(outcome.criterion()))
                .findFirst()
                .orElseThrow();
        if (outcome.isKnown()) {
            require(criterion.accepts(outcome.lower()), "lower bound outside the declared range", outcome);
            require(criterion.accepts(outcome.upper()), "upper bound outside the declared range", outcome);
            require(Double.isFinite(outcome.upper()), "a known value must be finite", outcome);
            require(outcome.lower() <= outcome.upper(), "bounds in the wrong order", outcome);
        } else {
            require(outcome.reason() != UnknownReason.NONE, "NaN was given as a known value", outcome);
            require(outcome.reason() != UnknownReason.MODULE_FAILED, "nothing was written", outcome);
        }
        if (outcome.layer() >= 0) {
            checkSource(outcome, ModuleDeclaration.kinds(module), context);
        }
    }

    private static void checkSource(Outcome outcome, Set<LayerKind> kinds, ModuleContext context) {
        boolean found = false;
        for (LayerKind kind : kinds) {
            for (FeatureLayer layer : context.featureLayers(kind)) {
                if (layer.ordinal() == outcome.layer()) {
                    found = true;
                    require(outcome.record() < layer.size(), "no such record in layer " + layer.id(), outcome);
                    checkEvidence(outcome, layer);
                }
            }
            for (Layer layer : context.rasterLayers(kind)) {
                if (layer.ordinal() == outcome.layer()) {
                    found = true;
                    checkEvidence(outcome, layer);
                }
            }
        }
        require(found, "no layer has this ordinal", outcome);
    }

    private static void checkEvidence(Outcome outcome, Layer layer) {
        require(
                !outcome.isKnown() || outcome.evidence().compareTo(layer.evidenceClass()) >= 0,
                "evidence is stronger than " + layer.evidenceClass() + " of layer " + layer.id(),
                outcome);
    }

    private static void require(boolean holds, String rule, Outcome outcome) {
        assertTrue(holds, () -> rule + ": " + outcome);
    }
}
