package org.headroom.cooling;

import org.headroom.testkit.MemoryContext;

/** Figures for tests; not the policy's. */
final class TestParameters {
    private TestParameters() {}

    static MemoryContext.Builder context(String economiser) {
        return MemoryContext.builder()
                .text("economiser", economiser)
                .number("supplyTemperatureC", 24)
                .number("returnTemperatureC", 36)
                .number("fanRiseC", 1)
                .number("towerApproachC", 4)
                .number("heatExchangerApproachC", 2)
                .number("dryCoolerApproachC", 6)
                .number("dewPointMaximumC", 15)
                .number("evaporatorApproachC", 6)
                .number("condenserApproachC", 12)
                .number("minimumLiftC", 12)
                .number("chillerCarnotFraction", 0.5)
                .number("electricalLossFraction", 0.06)
                .number("fanFraction", 0.04)
                .number("pumpFraction", 0.02)
                .number("maximumStationDistanceKm", 50)
                .number("minimumStationHours", 8000)
                .number("degreeDayRadiusKm", 20)
                .number("maximumDegreeDayDistanceKm", 80)
                .number("stationNeighbours", 10)
                .number("maximumNeighbourDistanceKm", 300)
                .number("dryBulbLapseCPerKm", 6.5)
                .number("wetBulbLapseCPerKm", 3.5)
                .number("stationErrorC", 1)
                .number("disagreementFactor", 1.5)
                .number("annualRangeC", 0)
                .number("annualDryFraction", 0)
                .number("annualDryLimitC", 18)
                .number("annualWetLimitC", 18);
    }

    static CoolingParameters of(String economiser) {
        return CoolingParameters.of(context(economiser).build().parameters());
    }
}
