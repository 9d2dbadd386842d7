package org.headroom.miningconversion;

import org.headroom.testkit.MemoryContext;

/** Figures for tests, easy to reckon with; not the policy's. */
final class TestParameters {
    private TestParameters() {}

    /** Those of the import right. */
    static MemoryContext ofRight() {
        return MemoryContext.builder().number("nameplateFirmFraction", 0.5).build();
    }

    static MemoryContext.Builder context() {
        return MemoryContext.builder()
                .number("refitPeakPueLow", 1.25)
                .number("refitPeakPueHigh", 1.25)
                .number("landHaPerMw", 0.1)
                .number("buildingM2PerMw", 500)
                .numbers("rampFractions", 0.25, 0.5, 1)
                .number("leaseLowUsdPerMwYear", 1_500_000)
                .number("leaseHighUsdPerMwYear", 1_500_000)
                .number("utilisationFraction", 0.9)
                .number("miningBreakevenLowUsdPerMwh", 70)
                .number("miningBreakevenHighUsdPerMwh", 70)
                .number("opexUsdPerMwYear", 100_000)
                .number("conversionCapexLowUsdPerMw", 4_000_000)
                .number("conversionCapexHighUsdPerMw", 4_000_000)
                .number("liquidCoolingSavingFraction", 0.1)
                .number("discountRate", 0.1)
                .number("leaseYears", 12);
    }

    static ConversionParameters standard() {
        return ConversionParameters.of(context().build().parameters());
    }
}
