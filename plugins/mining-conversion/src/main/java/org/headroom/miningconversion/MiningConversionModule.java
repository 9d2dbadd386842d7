package org.headroom.miningconversion;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Measures what the conversion of a mine would give. Reads no layer. Stateless. */
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
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        return new ConversionMeasurer(ConversionParameters.of(context.parameters()));
    }
}
