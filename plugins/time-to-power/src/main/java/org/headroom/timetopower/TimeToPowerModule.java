package org.headroom.timetopower;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/**
 * Measures when a site could draw the load asked for. Reads no layer, but what other modules measured of the queue, of moratoria, of the way to the grid
 * and of the right that a facility holds. Stateless.
 */
public final class TimeToPowerModule implements ScoringModule {
    /** Made by {@link java.util.ServiceLoader}. */
    public TimeToPowerModule() {}

    @Override
    public String id() {
        return "time-to-power";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return TimeCriteria.ALL;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return TimeParameters.SPECS;
    }

    @Override
    public void check(Parameters parameters) {
        TimeParameters.of(parameters, 0);
    }

    @Override
    public List<String> inputs(String criterionId) {
        return TimeCriteria.inputs(criterionId);
    }

    @Override
    public Measurer bind(ModuleContext context) {
        return new TimeToPowerMeasurer(
                TimeParameters.of(context.parameters(), context.request().requestedLoadMw()),
                context.request(),
                context.evaluationDate());
    }
}
