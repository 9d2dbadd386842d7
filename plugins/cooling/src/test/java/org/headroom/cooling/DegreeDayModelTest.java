package org.headroom.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The model by hand and by its laws, without a season, where days are simply normal. */
class DegreeDayModelTest {
    private final DegreeDayModel model = new DegreeDayModel(CoolingParameters.of(TestParameters.context("DRY")
            .number("seasonalVarianceFraction", 0)
            .build()
            .parameters()));

    @Test
    void meanFollowsFromTheDifference() {
        assertThat(DegreeDayModel.meanC(3652.5, 0)).isCloseTo(65 / 1.8 - 32 / 1.8 - 10, within(1e-12));
        assertThat(DegreeDayModel.meanC(1000, 1000)).isEqualTo(DegreeDayModel.BASE_C);
    }

    @Test
    void spreadOfAYearThatIsCentredOnTheBase() {
        // z = 0: each is 365.25 s / sqrt(2 pi); with s = 10, 365.25 * 3.98942280 = 1457.1367
        assertThat(model.dailySpreadC(1457.1367, 1457.1367)).isCloseTo(10, within(1e-3));
    }

    @Test
    void spreadOneDeviationBelowTheBase() {
        // z = -1: g(-1) = 0.2419707 - 0.1586553 = 0.0833155, g(1) = 1.0833155; s = 9
        double cdd = 365.25 * 9 * 0.0833155;
        double hdd = 365.25 * 9 * 1.0833155;
        assertThat(DegreeDayModel.meanC(hdd, cdd)).isCloseTo(DegreeDayModel.BASE_C - 9, within(1e-9));
        assertThat(model.dailySpreadC(hdd, cdd)).isCloseTo(9, within(1e-3));
    }

    @Test
    void aYearThatNeverPassesTheBaseIsHeldAtTheOnceAYearQuantile() {
        // mean 10 K below the base, so s = 10 / 2.78 but for the little that lies beyond
        assertThat(model.dailySpreadC(3652.5, 0)).isCloseTo(10 / 2.78, within(0.02));
        assertThat(model.dailySpreadC(0, 3652.5)).isCloseTo(10 / 2.78, within(0.02));
        assertThat(model.dailySpreadC(0, 0)).isZero();
    }

    @Test
    void aMissingFigureLeavesTheRestUnknown() {
        double[] values = new double[CoolingCriteria.ALL.size()];
        model.estimate(Double.NaN, 300, values);
        assertThat(values[CoolingCriteria.COOLING_DEGREE_DAYS]).isEqualTo(300);
        assertThat(values[CoolingCriteria.PUE]).isNaN();
        assertThat(values[CoolingCriteria.FREE_HOURS]).isNaN();
    }

    @Property(tries = 300)
    void estimatesAreInRangeAndAWarmerYearIsNeverBetter(
            @ForAll @DoubleRange(min = -20, max = 20) double shift,
            @ForAll @DoubleRange(min = 2, max = 14) double spread,
            @ForAll @DoubleRange(min = 0, max = 5) double warmer) {
        double[] cool = new double[CoolingCriteria.ALL.size()];
        double[] warm = new double[CoolingCriteria.ALL.size()];
        estimate(shift, spread, cool);
        estimate(shift + warmer, spread, warm);
        assertThat(cool[CoolingCriteria.PUE]).isGreaterThanOrEqualTo(1);
        assertThat(cool[CoolingCriteria.FREE_HOURS]).isBetween(0.0, 8760.0);
        // the spread is recovered from sums and a table, to about 1e-4 of it
        if (Math.abs(shift / spread) < 2.7 && Math.abs((shift + warmer) / spread) < 2.7) {
            assertThat(warm[CoolingCriteria.PUE]).isGreaterThanOrEqualTo(cool[CoolingCriteria.PUE] - 1e-4);
        }
    }

    private void estimate(double shift, double spread, double[] values) {
        double below = 0;
        double above = 0;
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            double z = -8 + 16 * (i + 0.5) / steps;
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 16 / steps;
            below += Math.max(0, -(shift + spread * z)) * density;
            above += Math.max(0, shift + spread * z) * density;
        }
        model.estimate(365.25 * below, 365.25 * above, values);
    }
}
