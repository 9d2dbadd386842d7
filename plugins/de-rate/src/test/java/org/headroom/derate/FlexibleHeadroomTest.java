package org.headroom.derate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;

/** The area of a site, and whether its load is on record. */
class FlexibleHeadroomTest {
    /** An hour of each month; three at the peak of their season, nine 400 MW below: 3 hours of 12 may be lost, so L (k - 3) = 400 (k - 3). */
    @Test
    void theSiteHasTheHeadroomOfItsArea() {
        MeasurementColumn out = measure(loads(1), 5);
        assertThat(out.lower(0)).isEqualTo(400);
        assertThat(out.upper(0)).isEqualTo(400);
    }

    @Test
    void whereAMonthIsMissingOrThePlaceIsOutsideNothingIsKnown() {
        assertThat(measure(loads(2), 5).reason(0)).isEqualTo(UnknownReason.TOO_FEW_RECORDS);
        assertThat(measure(loads(1), 50).reason(0)).isEqualTo(UnknownReason.OUTSIDE_COVERAGE);
    }

    static FeatureLayer loads(int firstMonth) {
        MemoryLayerBuilder layer = MemoryLayer.of(HourlyLoads.KIND, "load");
        for (int month = firstMonth; month <= 12; month++) {
            double limit = month >= 4 && month <= 10 ? 5_000 : 4_000;
            double below = List.of(1, 7, 8).contains(month) ? 0 : 400;
            layer.notLocated(
                    "h" + month,
                    Map.of("areaCode", "A", "loadDate", LocalDate.of(2025, month, 1), "loadMw", limit - below));
        }
        return layer.build();
    }

    static FeatureLayer boundaries() {
        return MemoryLayer.of(LayerKind.BOUNDARY, "markets")
                .ordinal(1)
                .box("a", 0, 0, 10, 10, Map.of("code", "A", "boundaryKind", "MARKET"))
                .box("county", 0, 0, 90, 10, Map.of("code", "A", "boundaryKind", "COUNTY"))
                .build();
    }

    private static MeasurementColumn measure(FeatureLayer loads, double longitude) {
        MeasurementBlock block = new MeasurementBlock(List.of("flexibleHeadroomMw"), 1);
        new FlexibleHeadroomModule()
                .bind(TestParameters.flexible().layer(loads).layer(boundaries()).build())
                .measure(MemorySites.builder().greenfield("s", longitude, 5).build(), block);
        return block.column("flexibleHeadroomMw");
    }
}
