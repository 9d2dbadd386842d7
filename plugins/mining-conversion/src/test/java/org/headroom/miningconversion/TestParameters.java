package org.headroom.miningconversion;

import org.headroom.testkit.MemoryContext;

/** Figures for tests, easy to reckon with; not the policy's. */
final class TestParameters {
    private TestParameters() {}

    static MemoryContext.Builder context() {
        return MemoryContext.builder()
                .number("peakPue", 1.25)
                .number("nameplateFirmFraction", 0.5)
                .number("landHaPerMw", 0.1)
                .number("buildingM2PerMw", 500)
                .number("unknownLimitFraction", 0.2)
                .numbers("rampFractions", 0.25, 0.5, 1)
                .number("waitAvoidedYears", 3.5)
                .number("waitThresholdMw", 100)
                .number("leaseUsdPerMwYear", 1_500_000)
                .number("utilisationFraction", 0.9)
                .number("miningMarginUsdPerMwYear", 200_000)
                .number("opexUsdPerMwYear", 100_000)
                .number("conversionCapexUsdPerMw", 4_000_000)
                .number("liquidCoolingSavingFraction", 0.1)
                .number("discountRate", 0.1)
                .number("leaseYears", 12);
    }

    static ConversionParameters standard() {
        return ConversionParameters.of(context().build().parameters());
    }
}
