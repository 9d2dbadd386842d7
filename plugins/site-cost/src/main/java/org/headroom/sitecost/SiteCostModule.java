package org.headroom.sitecost;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Measures what a site costs. Reads no layer, but what other modules measured at the site. Stateless. */
public final class SiteCostModule implements ScoringModule {
    /** Made by {@link java.util.ServiceLoader}. */
    public SiteCostModule() {}

    @Override
    public String id() {
        return "site-cost";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public List<Criterion> criteria() {
        return CostCriteria.ALL;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return CostParameters.SPECS;
    }

    @Override
    public void check(Parameters parameters) {
        CostParameters.of(parameters);
    }

    @Override
    public List<String> inputs(String criterionId) {
        return CostCriteria.INPUTS.getOrDefault(criterionId, List.of());
    }

    @Override
    public Measurer bind(ModuleContext context) {
        return new CostMeasurer(
                CostParameters.of(context.parameters()), context.request().requestedLoadMw());
    }
}
