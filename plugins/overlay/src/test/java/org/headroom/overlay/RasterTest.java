package org.headroom.overlay;

import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.testkit.MemoryRaster;
import org.junit.jupiter.api.Test;

/** Grids of cells of one degree, from 2 degrees north to 2 south, so that all measure nearly the same. */
class RasterTest {
    private static final LayerKind HEAT = LayerKind.RASTER.withFields(
            List.of(LayerField.number("heat", "1", "heat"), LayerField.number("cold", "1", "cold")));

    private final MemoryRaster grid =
            new MemoryRaster(HEAT, "things", 0, EvidenceClass.REPORTED, 0, 2, 1, Map.of("heat", new double[][] {
                {1, 2, 3, 4},
                {5, 6, 7, 8},
                {9, 10, 11, Double.NaN},
                {13, 14, 15, 16}
            }));
    private final MemoryRaster coarse = new MemoryRaster(
            HEAT, "coarse", 1, EvidenceClass.ESTIMATED, -4, 4, 4, Map.of("heat", new double[][] {{40, 50}, {60, 70}}));

    private static Declared value(Combine combine) {
        return Declared.of(Measure.RASTER_VALUE).field("heat").range(0, 100).combine(combine);
    }

    private static Declared statistic(Combine combine) {
        return Declared.of(Measure.RASTER_STATISTIC).field("heat").range(0, 100).combine(combine);
    }

    @Test
    void theFirstGridThatHasAValueGivesIt() {
        Answer.of(value(Combine.NEAREST).at(0.9, 1.1, grid))
                .is(1, 0)
                .by(EvidenceClass.REPORTED)
                .by(0, -1);
        Answer.of(value(Combine.BILINEAR).at(1, 1, grid)).is(3.5, 0).by(EvidenceClass.DERIVED);
        Answer.of(value(Combine.NEAREST).at(3.5, -0.5, grid)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(value(Combine.NEAREST).at(9, 9, grid)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Declared both = value(Combine.NEAREST).layers("things", "coarse");
        Answer.of(both.at(3.5, -0.5, grid, coarse)).is(70, 0).by(1, -1).by(EvidenceClass.ESTIMATED);
        Answer.of(both.at(0.5, 1.5, grid, coarse)).is(1, 0);
        Answer.of(both.at(0.5, 1.5, coarse)).is(50, 0);
        Answer.of(both.at(0.5, 1.5)).isUnknown(UnknownReason.NO_LAYER);
        Answer.of(value(Combine.NEAREST).field("cold").at(0.5, 1.5, grid)).isUnknown(UnknownReason.FIELD_MISSING);
    }

    @Test
    void statisticsAreOfTheCellsInTheArea() {
        String four = Declared.box(0.1, 0.1, 1.9, 1.9);
        Answer.of(statistic(Combine.MEAN).at(four, grid)).is(3.5, 0.001).by(EvidenceClass.DERIVED);
        Answer.of(statistic(Combine.MINIMUM).at(four, grid)).is(1, 0);
        Answer.of(statistic(Combine.MAXIMUM).at(four, grid)).is(6, 0);
        Answer.of(statistic(Combine.RANGE).at(four, grid)).isBetween(1, 6, 0);
        // Weights: 1 and 2 at 1.5 degrees a little less than a quarter, 5 and 6 at 0.5 degrees a little more.
        Answer.of(statistic(Combine.QUANTILE).threshold(0.49).at(four, grid)).is(2, 0);
        Answer.of(statistic(Combine.QUANTILE).threshold(0.51).at(four, grid)).is(5, 0);
        Answer.of(statistic(Combine.QUANTILE).threshold(0).at(four, grid)).is(1, 0);
        Answer.of(statistic(Combine.QUANTILE).threshold(1).at(four, grid)).is(6, 0);
        Answer.of(statistic(Combine.SHARE_ABOVE).threshold(5).range(0, 1).at(four, grid))
                .is(0.25, 0.001);
        Answer.of(statistic(Combine.SHARE_BELOW).threshold(5).range(0, 1).at(four, grid))
                .is(0.5, 0.001);
        Answer.of(statistic(Combine.MEAN).at(Declared.box(0.1, 0.1, 0.2, 0.2), grid))
                .is(5, 0);
        Answer.of(statistic(Combine.MEAN).at(0.1, 0.1, grid)).is(5, 0);
        Answer.of(statistic(Combine.MEAN).radius(90).at(1, 1, grid)).is(3.5, 0.001);
        Answer.of(statistic(Combine.SHARE_ABOVE).threshold(4).range(0, 1).at(0.1, 0.1, grid))
                .is(1, 0);
    }

    @Test
    void cellsWithoutAValueMayHoldAnything() {
        // 7, 8, 11 and one without: three quarters are known.
        String four = Declared.box(2.1, -0.9, 3.9, 0.9);
        Answer.of(statistic(Combine.MEAN).at(four, grid)).isBetween(26 / 4.0, 126 / 4.0, 0.001);
        Answer.of(statistic(Combine.MINIMUM).at(four, grid)).isBetween(0, 7, 0);
        Answer.of(statistic(Combine.MAXIMUM).at(four, grid)).isBetween(11, 100, 0);
        Answer.of(statistic(Combine.QUANTILE).threshold(0.4).at(four, grid)).isBetween(7, 8, 0);
        Answer.of(statistic(Combine.QUANTILE).threshold(0.2).at(four, grid)).isBetween(0, 7, 0);
        Answer.of(statistic(Combine.QUANTILE).threshold(0.9).at(four, grid)).isBetween(11, 100, 0);
        Answer.of(statistic(Combine.SHARE_ABOVE).threshold(7).range(0, 1).at(four, grid))
                .isBetween(0.5, 0.75, 0.001);
        Answer.of(statistic(Combine.MEAN).range(0, Double.POSITIVE_INFINITY).at(four, grid))
                .isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(statistic(Combine.MEAN).at(Declared.box(3.1, -0.9, 3.9, -0.1), grid))
                .isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(statistic(Combine.MEAN).layers("things", "coarse").at(four, grid, coarse))
                .by(1, -1);
    }

    @Test
    void whatLiesBeyondTheGridIsNotKnown() {
        // Half of the area lies west of the grid; inside it lie 1, 5, 9 and 13.
        String half = Declared.box(-1, -1.999, 1, 1.999);
        Answer.of(statistic(Combine.MAXIMUM).at(half, grid)).isBetween(13, 100, 0);
        Answer.of(statistic(Combine.MEAN).at(half, grid)).isBetween(3.5, 53.5, 0.01);
        Answer.of(statistic(Combine.MEAN).at(Declared.box(-3, 0, -1, 1), grid))
                .isUnknown(UnknownReason.OUTSIDE_COVERAGE);
    }
}
