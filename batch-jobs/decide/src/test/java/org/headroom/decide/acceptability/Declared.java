package org.headroom.decide.acceptability;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;

/** The module "made-up", which declares criteria and measures none. */
record Declared(List<Criterion> criteria) implements ScoringModule {
    Vocabulary vocabulary() {
        return Vocabulary.of(List.of(this));
    }

    @Override
    public String id() {
        return "made-up";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    public Measurer bind(ModuleContext context) {
        throw new UnsupportedOperationException("declares only");
    }
}
