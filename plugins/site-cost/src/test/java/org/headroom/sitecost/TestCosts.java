package org.headroom.sitecost;

import java.util.Map;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;

/** Figures for tests, easy to reckon with, not the policy's; and single sites measured with them. */
final class TestCosts {
    private TestCosts() {}

    /** Prices doubled from 2019 to 2020, in whose dollars costs are told; everything else exact but rents and tie-lines. */
    static MemoryContext.Builder context() {
        return MemoryContext.builder()
                .number("dollarYear", 2020)
                .number("priceIndexFirstYear", 2019)
                .numbers("priceIndex", 100, 200)
                .number("discountRate", 0.1)
                .number("lifeYears", 20)
                .number("tieLineDollarYear", 2019)
                .numbers("tieLineClassKv", 69, 138, 345)
                .numbers("tieLineClassMw", 100, 200, 750)
                .numbers("tieLineLowUsdPerKm", 0.5e6, 0.6e6, 1.3e6)
                .numbers("tieLineHighUsdPerKm", 1e6, 1.2e6, 2.4e6)
                .numbers("tieLineEndLowUsd", 1e6, 1e6, 3e6)
                .numbers("tieLineEndHighUsd", 6e6, 9e6, 26e6)
                .number("routeFactorLow", 1)
                .number("routeFactorHigh", 1.5)
                .number("transformerLowUsdPerMva", 4_000)
                .number("transformerHighUsdPerMva", 8_000)
                .number("powerFactor", 1)
                .number("assumedPueLow", 1.1)
                .number("assumedPueHigh", 1.5)
                .number("assumedPeakPueLow", 1.2)
                .number("assumedPeakPueHigh", 1.6)
                .number("itLoadFactor", 0.5)
                .number("buildDollarYear", 2020)
                .number("newBuildLowUsdPerMw", 10e6)
                .number("newBuildHighUsdPerMw", 14e6)
                .number("conversionLowUsdPerMw", 4e6)
                .number("conversionHighUsdPerMw", 8e6)
                .number("rentDollarYear", 2020)
                .number("rentLowUsdPerMwYear", 1.5e6)
                .number("rentHighUsdPerMwYear", 2e6)
                .number("utilisationFraction", 0.9)
                .number("opexUsdPerMwYear", 0.1e6);
    }

    static MemorySites.Builder land() {
        return MemorySites.builder().greenfield("land", 0, 0);
    }

    static MemorySites.Builder mine() {
        return MemorySites.builder().site("mine", SiteOrigin.BROWNFIELD, 0, 0, Map.of());
    }

    /** What is measured of the first site, of one criterion; the load asked for is that of the context, 100 MW. */
    static MeasurementColumn of(String criterion, MemoryContext context, MemorySites sites) {
        SiteCostModule module = new SiteCostModule();
        MeasurementBlock out =
                new MeasurementBlock(module.criteria().stream().map(c -> c.id()).toList(), sites.size());
        module.bind(context).measure(sites, out);
        return out.column(criterion);
    }

    static MeasurementColumn of(String criterion, MemorySites.Builder sites) {
        return of(criterion, context().build(), sites.build());
    }
}
