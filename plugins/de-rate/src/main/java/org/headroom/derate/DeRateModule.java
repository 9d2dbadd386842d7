package org.headroom.derate;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/**
 * Splits the load asked for into what is firm, what may be curtailed, and the rest, from what other modules measured of headroom, of the queue and of the right
 * that a facility holds. Reads no layer. Stateless.
 */
public final class DeRateModule implements ScoringModule {
    /** Made by {@link java.util.ServiceLoader}. */
    public DeRateModule() {}

    @Override
    public String id() {
        return "de-rate";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return DeRateCriteria.ALL;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(NetOfQueue.SPEC);
    }

    @Override
    public void check(Parameters parameters) {
        NetOfQueue.of(parameters);
    }

    @Override
    public List<String> inputs(String criterionId) {
        return DeRateCriteria.inputs(criterionId);
    }

    @Override
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        return new DeRateMeasurer(
                NetOfQueue.of(context.parameters()), context.request().requestedLoadMw());
    }
}
