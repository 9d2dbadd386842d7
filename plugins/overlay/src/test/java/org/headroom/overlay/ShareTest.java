package org.headroom.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.DeclaredCriterion.Over;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShareTest {
    private final MemoryLayer layer = Declared.things()
            .box("half", 0, 0, 1, 1, Map.of("zone", "A"))
            .box("over", 0.5, 0, 1.5, 1, Map.of("zone", "?"))
            .line("line", "LINESTRING (0 0.5, 9 0.5)", Map.of("zone", "A"))
            .build();

    private static Declared share() {
        return Declared.of(Measure.SHARE_COVERED).range(0, 1);
    }

    @Test
    void whatSeveralCoverCountsOnce() {
        Answer.of(share().at(Declared.box(0, 0, 2, 1), layer)).is(0.75, 1e-9).by(0, 0);
        Answer.of(share().at(Declared.box(0.2, 0.2, 0.4, 0.4), layer)).is(1, 0).by(0, 0);
        Answer.of(share().at(Declared.box(3, 0, 4, 1), layer)).is(0, 0).by(-1, -1);
        Answer.of(share().at(Declared.box(0.4, 0, 1.6, 1), layer))
                .is(1.1 / 1.2, 1e-9)
                .by(0, 1);
        Answer.of(share().where("zone", "A").at(Declared.box(0, 0, 2, 1), layer))
                .isBetween(0.5, 0.75, 1e-9);
        Answer.of(share().where("zone", "B").at(Declared.box(0, 0, 2, 1), layer))
                .isBetween(0, 0.5, 1e-9)
                .by(0, 1);
    }

    @Test
    void aPointIsCoveredOrNot() {
        Answer.of(share().at(0.1, 0.1, layer)).is(1, 0).by(0, 0);
        Answer.of(share().over(Over.POINT).at(Declared.box(-5, -5, 0.2, 0.2), layer))
                .is(0, 0);
        Answer.of(share().where("zone", "A").at(1.2, 0.1, layer))
                .isBetween(0, 1, 0)
                .by(0, 1);
        Answer.of(share().knownInRecords().at(9.2, 0.1, layer)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
    }

    @Test
    void circlesAreCutAtTheAntimeridianAndRoundThePole() {
        // The circle's eastern half lies beyond 180 degrees; the area covers the western one.
        MemoryLayer west =
                Declared.things().box("W", 170, -10, 180, 10, Map.of()).build();
        Answer.of(share().circle(100).at(180, 0, west)).is(0.5, 1e-9);
        Answer.of(share().circle(100).at(-180, 0, west)).is(0.5, 1e-9);
        MemoryLayer both = Declared.things()
                .area(
                        "both",
                        "MULTIPOLYGON (((170 -10, 180 -10, 180 10, 170 10, 170 -10)), ((-180 -10, -170 -10, -170 10,"
                                + " -180 10, -180 -10)))",
                        Map.of())
                .build();
        Answer.of(share().circle(100).at(179.9, 3, both)).is(1, 1e-9);
        MemoryLayer quarter =
                Declared.things().box("Q", 0, 60, 90, 90, Map.of()).build();
        Answer.of(share().circle(300).at(0, 90, quarter)).is(0.25, 1e-3);
        Answer.of(share().radius(100).at(45, 85, quarter)).is(1, 0);
    }

    @Test
    void beyondWhatIsKnownMayBeCoveredToo() {
        MemoryLayer known =
                Declared.things("known", 1).box("K", -1, 0, 1, 1, Map.of()).build();
        Declared inK = share().knownIn("known");
        Answer.of(inK.at(Declared.box(-1, 0, 1, 1), layer, known)).is(0.75 - 0.25, 1e-9);
        Answer.of(inK.at(Declared.box(-1, 0, 3, 1), layer, known)).isBetween(1.5 / 4, 1.5 / 4 + 0.5, 1e-9);
        Answer.of(inK.at(Declared.box(2, 0, 3, 1), layer, known)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        // A sliver does not count: what is drawn from two sources never fits.
        Answer.of(inK.at(Declared.box(-1, 0.0001, 1.0001, 1), layer, known)).is(0.5, 1e-3);
    }

    @Test
    void sharesAreThoseOfManyPlacesAndLawful() throws ParseException {
        Random random = new Random(3);
        MemoryLayerBuilder builder = Declared.things();
        for (int i = 0; i < 9; i++) {
            double west = 10 + random.nextDouble();
            double south = 50 + random.nextDouble();
            builder.box("B" + i, west, south, west + 0.4, south + 0.3, Map.of("sizeMw", i));
        }
        MemoryLayer boxes = builder.build();
        String wkt = "POLYGON ((10 50, 11 50.2, 11.2 51.1, 10.7 50.6, 10.2 51.2, 10 50), (10.4 50.3, 10.5 50.3, 10.5"
                + " 50.5, 10.4 50.3))";
        Geometry site = new WKTReader().read(wkt);
        double all = 0;
        double covered = 0;
        for (double y = 50.001; y < 51.2; y += 0.004) {
            for (double x = 10.001; x < 11.2; x += 0.004) {
                Coordinate place = new Coordinate(x, y);
                if (SimplePointInAreaLocator.locate(place, site) != Location.EXTERIOR) {
                    all += Math.cos(Math.toRadians(y));
                    boolean isIn = boxes.areas(record -> true).first(x, y) >= 0;
                    covered += isIn ? Math.cos(Math.toRadians(y)) : 0;
                }
            }
        }
        Answer.of(share().at(wkt, boxes)).is(covered / all, 0.003);
        double sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += share().where("sizeMw", i, i).at(wkt, boxes).lower(0);
        }
        assertThat(sum).isGreaterThanOrEqualTo(covered / all);
        double before = 0;
        for (int most = 0; most < 9; most++) {
            MeasurementColumn column = share().where("sizeMw", 0, most).at(wkt, boxes);
            assertThat(column.lower(0)).isBetween(before - 1e-12, 1.0).isEqualTo(column.upper(0));
            before = column.lower(0);
        }
    }
}
