package org.headroom.miningconversion;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Measures what the conversion of a mine would give. Reads no layer, but what other modules measured of the right, of cooling, of energy
 * and of the wait at the site. Stateless. */
public final class MiningConversionModule implements ScoringModule {
    /** Made by {@link java.util.ServiceLoader}. */
    public MiningConversionModule() {}

    @Override
    public String id() {
        return "mining-conversion";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return ConversionCriteria.ALL;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return ConversionParameters.SPECS;
    }

    @Override
    public void check(Parameters parameters) {
        ConversionParameters.of(parameters);
    }

    @Override
    public List<String> inputs(String criterionId) {
        return ConversionCriteria.INPUTS.getOrDefault(criterionId, List.of());
    }

    @Override
    public boolean isOfFacility(String criterionId) {
        return true;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        return new ConversionMeasurer(
                ConversionParameters.of(context.parameters()),
                context.request().requestedLoadMw(),
                context.evaluationDate());
    }
}
