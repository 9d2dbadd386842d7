package org.headroom.overlay;

import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.DeclaredCriterion.Over;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryRaster;
import org.headroom.testkit.MemorySites;
import org.headroom.testkit.ScoringModuleContract;

/** One criterion of each measure, and sites that are points and areas, on both sides of the antimeridian. */
class OverlayContractTest extends ScoringModuleContract {
    private static final LayerKind HEAT = LayerKind.RASTER.withFields(
            List.of(LayerField.number("heat", "1", "heat").between(0, 100)));

    @Override
    protected ScoringModule module() {
        return new OverlayModule()
                .declaring(List.of(
                        Declared.of(Measure.DISTANCE_TO)
                                .id("distance")
                                .reach(500)
                                .where("zone", "A")
                                .knownInRecords()
                                .build(),
                        Declared.of(Measure.COUNT_WITHIN)
                                .id("count")
                                .radius(50)
                                .where("zone", "A", "B")
                                .build(),
                        Declared.of(Measure.SUM_WITHIN)
                                .id("sum")
                                .circle(120)
                                .field("delta")
                                .range(-1e9, 1e9)
                                .build(),
                        Declared.of(Measure.VALUE_AT_NEAREST)
                                .id("nearest")
                                .field("sizeMw")
                                .range(0, 1e6)
                                .combine(Combine.MAXIMUM)
                                .reach(300)
                                .build(),
                        Declared.of(Measure.VALUE_AT)
                                .id("zone")
                                .field("zone")
                                .labels("A", "B", "C")
                                .layers("areas")
                                .combine(Combine.LARGEST)
                                .build(),
                        Declared.of(Measure.VALUE_AT)
                                .id("meanSize")
                                .field("sizeMw")
                                .range(0, 1e6)
                                .layers("areas", "things")
                                .build(),
                        Declared.of(Measure.SHARE_COVERED)
                                .id("share")
                                .layers("areas")
                                .radius(20)
                                .range(0, 1)
                                .knownIn("areas")
                                .build(),
                        Declared.of(Measure.RASTER_VALUE)
                                .id("heat")
                                .layers("heat")
                                .field("heat")
                                .range(0, 100)
                                .over(Over.POINT)
                                .combine(Combine.BILINEAR)
                                .build(),
                        Declared.of(Measure.RASTER_STATISTIC)
                                .id("medianHeat")
                                .layers("heat")
                                .field("heat")
                                .range(0, 100)
                                .radius(30)
                                .combine(Combine.QUANTILE)
                                .threshold(0.5)
                                .build()));
    }

    @Override
    protected ModuleContext context() {
        return MemoryContext.builder()
                .layer(Declared.things()
                        .evidence(EvidenceClass.OBSERVED)
                        .point("T1", -100, 40, Map.of("zone", "A", "sizeMw", 10, "delta", -3))
                        .point("T2", -99.8, 40.1, Map.of("zone", "A;?", "sizeMw", 20, "delta", 4))
                        .point("T3", 179.95, 51, Map.of("zone", "?", "sizeMw", 30, "delta", 1))
                        .line("T4", "LINESTRING (-101 40.5, -100.2 40.5)", Map.of("zone", "A", "delta", 2))
                        .build())
                .layer(Declared.things("areas", 1)
                        .box("B1", -101, 39, -100, 41, Map.of("zone", "A", "sizeMw", 100))
                        .box("B2", -100, 39, -99, 41, Map.of("zone", "B", "sizeMw", 300))
                        .box("B3", 179, 50, 180, 52, Map.of("zone", "C"))
                        .build())
                .layer(new MemoryRaster(
                        HEAT, "heat", 2, EvidenceClass.ESTIMATED, -101, 41, 0.5, Map.of("heat", new double[][] {
                            {1, 2, 3, 4},
                            {5, 6, Double.NaN, 8},
                            {9, 10, 11, 12}
                        })))
                .build();
    }

    @Override
    protected MemorySites sites() {
        return MemorySites.builder()
                .greenfield("on", -100, 40)
                .greenfield("beside", -100.3, 39.9)
                .area("parcel", "POLYGON ((-100.02 39.95, -99.97 39.96, -99.98 40.02, -100.02 39.95))")
                .greenfield("between", -99.9, 40.05)
                .area("county", "POLYGON ((-100.6 39.4, -99.4 39.4, -99.4 40.3, -100.6 40.3, -100.6 39.4))")
                .area("away", "POLYGON ((-98.7 39.4, -98.4 39.4, -98.4 40.3, -98.7 40.3, -98.7 39.4))")
                .greenfield("east", 179.99, 51)
                .greenfield("west", -179.99, 51)
                .area("edge", "POLYGON ((179.9 50.9, 180 50.9, 180 51.1, 179.9 51.1, 179.9 50.9))")
                .greenfield("pole", 0, 90)
                .greenfield("sea", 0, 0)
                .greenfield("south", 30, -89.99)
                .build();
    }
}
