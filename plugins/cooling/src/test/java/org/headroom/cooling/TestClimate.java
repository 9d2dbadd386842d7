package org.headroom.cooling;

import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemoryRaster;

/** Made-up climates, one of each form. */
final class TestClimate {
    private TestClimate() {}

    /** Two days at (0, 50): one at 10 degC and one at 30 degC, dew point 5 degC, at sea level. */
    static MemoryLayer station() {
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.CLIMATE, "station").evidence(EvidenceClass.OBSERVED);
        for (int hour = 0; hour < 48; hour++) {
            layer.point(
                    "h" + hour,
                    0,
                    50,
                    Map.of(
                            "stationId",
                            "S1",
                            "hourOfYear",
                            hour,
                            "dryBulbC",
                            hour < 24 ? 10 : 30,
                            "dewPointC",
                            5,
                            "pressurePa",
                            101_325));
        }
        return layer.build();
    }

    /** Points round (20, 50) with 1 and 3 people, one without people far off, and an area. */
    static MemoryLayer degreeDays() {
        return MemoryLayer.of(LayerKind.CLIMATE, "degree-days")
                .ordinal(1)
                .point("p1", 20, 50, Map.of("heatingDegreeDays", 2000, "coolingDegreeDays", 400, "population", 1))
                .point("p2", 20.1, 50, Map.of("heatingDegreeDays", 2400, "coolingDegreeDays", 200, "population", 3))
                .point("p3", 23, 50, Map.of("heatingDegreeDays", 3000, "coolingDegreeDays", 100, "population", 0))
                .point("p4", 26, 50, Map.of("heatingDegreeDays", 3100))
                .box("area", 30, 50, 31, 51, Map.of("heatingDegreeDays", 1000, "coolingDegreeDays", 900))
                .build();
    }

    /** Degree days from (40, 48) to (42, 50). */
    static MemoryRaster raster() {
        double[][] heating = {{2000, 2200}, {2000, 2200}};
        double[][] cooling = {{500, 300}, {500, 300}};
        return new MemoryRaster(
                LayerKind.CLIMATE,
                "raster",
                2,
                EvidenceClass.OBSERVED,
                40,
                50,
                1,
                Map.of("heatingDegreeDays", heating, "coolingDegreeDays", cooling));
    }

    /** Two stations known by their hours in whole degrees, at (10, 45) and (11, 45). */
    static MemoryLayer jointStations() {
        return MemoryLayer.of(LayerKind.CLIMATE, "joint-stations")
                .ordinal(3)
                .point("a", 10, 45, Map.of("hoursByDryAndWetBulb", "10:8:5000;25:17:3760", "elevationM", 200))
                .point("b", 11, 45, Map.of("hoursByDryAndWetBulb", "5:3:5000;22:15:3760", "elevationM", 900))
                .build();
    }

    /** Mean temperatures only, from (40, 48) to (42, 50). */
    static MemoryRaster meanRaster() {
        double[][] means = {{12, 13}, {14, 15}};
        return new MemoryRaster(
                LayerKind.CLIMATE, "means", 0, EvidenceClass.OBSERVED, 40, 50, 1, Map.of("dryBulbC", means));
    }
}
