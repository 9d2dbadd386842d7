package org.headroom.overlay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headroom.model.Criterion;
import org.headroom.overlay.record.CriterionNotes;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.RecordNote;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Measures the criteria that a policy declares over layers. */
public final class OverlayModule implements ScoringModule {
    private final List<DeclaredCriterion> declared;

    /** Made by the service loader; measures nothing until something is declared. */
    public OverlayModule() {
        this(List.of());
    }

    private OverlayModule(List<DeclaredCriterion> declared) {
        this.declared = declared;
    }

    @Override
    public String id() {
        return "overlay";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return declared.stream().map(DeclaredCriterion::criterion).toList();
    }

    @Override
    public boolean takesDeclared() {
        return true;
    }

    @Override
    public ScoringModule declaring(List<DeclaredCriterion> criteria) {
        return new OverlayModule(List.copyOf(criteria));
    }

    /** What lies round a site does not change with the day; layers that do are told apart by their digest. */
    @Override
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public Set<String> layerIds() {
        Set<String> ids = new LinkedHashSet<>();
        declared.forEach(criterion -> ids.addAll(criterion.layerIds()));
        return ids;
    }

    @Override
    public List<RecordNote> notes(ModuleContext context) {
        List<RecordNote> notes = new ArrayList<>();
        for (DeclaredCriterion criterion : declared) {
            if (!context.isWanted(criterion.criterion().id())) {
                continue;
            }
            Optional.ofNullable(criterion.coverage().layer())
                    .flatMap(context::findLayer)
                    .flatMap(layer -> CriterionNotes.ofCoverage(criterion, layer))
                    .ifPresent(notes::add);
            for (String id : criterion.layers()) {
                if (context.findLayer(id).orElse(null) instanceof FeatureLayer layer) {
                    notes.addAll(CriterionNotes.of(criterion, layer));
                }
            }
        }
        return notes;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        Binding binding = new Binding(context);
        Map<String, CriterionMeasurer> measurers = new LinkedHashMap<>();
        for (DeclaredCriterion criterion : declared) {
            String id = criterion.criterion().id();
            if (context.isWanted(id)) {
                measurers.put(id, binding.bind(criterion));
            }
        }
        return new OverlayMeasurer(measurers);
    }
}
