package org.headroom.miningconversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Present values by hand, against the sum written out in full, and what ranges do to them. */
class EconomicsTest {
    private static final List<Double> RAMP = List.of(0.3, 0.6, 1.0);

    @Test
    void capitalRecoveryFactorIsThatOfTheTables() {
        // (A/P, 10 %, 12) = 0.14676 in every table of compound interest
        assertThat(new Economics(terms(0.1, 12), RAMP).annuityFactor()).isCloseTo(0.14676, within(5e-6));
        assertThat(new Economics(terms(0, 12), RAMP).annuityFactor()).isCloseTo(1.0 / 12, within(1e-15));
        assertThat(new Economics(terms(0.07, 1), RAMP).annuityFactor()).isCloseTo(1.07, within(1e-12));
    }

    @Test
    void aBlockIsPaidInTheYearBeforeItsRent() {
        // 1 MW of right, PUE 1.25, so 0.8 MW IT: half at once, half a year later. Mining earns nothing at 70 USD/MWh.
        // rent 1.5e6 * 0.9 - 1e5 = 1.25e6 a MW; year 0: -2e6, year 1: 0.625e6 - 2e6, year 2: 1.25e6, each for a MW IT
        Economics economics = new Economics(terms(0.1, 2), List.of(0.5, 1.0));
        double present = 0.8 * (-2e6 + (0.625e6 - 2e6) / 1.1 + 1.25e6 / 1.21);
        double annual = present * 0.1 * 1.21 / 0.21;
        assertThat(gain(economics, 1, 1.25, 70)).isCloseTo(annual, within(1e-6));
    }

    @Test
    void whatMiningEarnsHangsOnThePriceOfEnergyAndIsNeverALoss() {
        assertThat(Economics.miningMarginUsdPerMwYear(70, 50)).isEqualTo(175_200);
        assertThat(Economics.miningMarginUsdPerMwYear(70, 90)).isZero();
    }

    @Test
    void atNineMillionAMegawattConversionLosesAndAtFourItPays() {
        EconomicTerms base = terms(0.1, 12);
        for (double[] capexAndSign : new double[][] {{9e6, -1}, {4e6, 1}}) {
            EconomicTerms dear = new EconomicTerms(
                    Range.exactly(1.45e6),
                    0.95,
                    base.breakevenUsdPerMwh(),
                    150_000,
                    Range.exactly(capexAndSign[0]),
                    0,
                    0.1,
                    12);
            Economics economics = new Economics(dear, List.of(0.25, 0.6, 1.0));
            assertThat(gain(economics, 1, 1.3, 50) * capexAndSign[1]).isPositive();
        }
    }

    /** The closed form leaves the right out; the sum of the two mines, converted and left, has it in. */
    @Property
    void gainIsTheDifferenceOfTheTwoPresentValues(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0, max = 120) double price,
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double rate,
            @ForAll @IntRange(min = 1, max = 30) int years) {
        double pue = 1.25;
        double margin = Economics.miningMarginUsdPerMwYear(70, price);
        double sum = 0;
        for (int year = 0; year <= years; year++) {
            double it = year == 0 ? 0 : share / pue * RAMP.get(Math.min(year, 3) - 1);
            double next = year == years ? it : share / pue * RAMP.get(Math.min(year + 1, 3) - 1);
            double asic = 1 - pue * it;
            double converted = year == 0 ? 0 : 1.5e6 * 0.9 * it + margin * asic - 1e5 * it;
            double mining = year == 0 ? 0 : margin;
            sum += (converted - 4e6 * (next - it) - mining) / Math.pow(1 + rate, year);
            assertThat(asic).isGreaterThanOrEqualTo(-1e-9);
        }
        double growth = Math.pow(1 + rate, years);
        double annual = sum * rate * growth / (growth - 1);
        assertThat(gain(new Economics(terms(rate, years), RAMP), share, pue, price))
                .isCloseTo(annual, within(1e-7 * (1 + Math.abs(annual)) + 1e-3));
    }

    /** Seven inputs as ranges: any figures within give a result within, and the bounds are reached at corners. */
    @Property(tries = 300)
    void theBoundsHoldWhateverLiesBetweenAndAreReached(
            @ForAll @Size(14) List<@DoubleRange(min = 0, max = 1) Double> ends,
            @ForAll @Size(7) List<@DoubleRange(min = 0, max = 1) Double> at) {
        Range[] ranges = new Range[7];
        double[] from = {0, 1.05, 0, 0, 1e6, 50, 3e6};
        double[] to = {1, 1.8, 120, 0.3, 2e6, 110, 12e6};
        for (int i = 0; i < 7; i++) {
            double a = from[i] + ends.get(2 * i) * (to[i] - from[i]);
            double b = from[i] + ends.get(2 * i + 1) * (to[i] - from[i]);
            ranges[i] = new Range(Math.min(a, b), Math.max(a, b));
        }
        Range gain = gain(ranges);
        double tolerance = 1e-9 * (1 + Math.abs(gain.low()) + Math.abs(gain.high()));
        assertThat(gain.low()).isLessThanOrEqualTo(gain.high());
        Range[] inside = new Range[7];
        for (int i = 0; i < 7; i++) {
            inside[i] = Range.exactly(ranges[i].low() + at.get(i) * (ranges[i].high() - ranges[i].low()));
        }
        assertThat(gain(inside).low()).isBetween(gain.low() - tolerance, gain.high() + tolerance);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 128; corner++) {
            Range[] ofCorner = new Range[7];
            for (int i = 0; i < 7; i++) {
                ofCorner[i] = Range.exactly((corner >> i & 1) == 0 ? ranges[i].low() : ranges[i].high());
            }
            least = Math.min(least, gain(ofCorner).low());
            most = Math.max(most, gain(ofCorner).high());
        }
        assertThat(gain.low()).isCloseTo(least, within(tolerance));
        assertThat(gain.high()).isCloseTo(most, within(tolerance));
    }

    @Test
    void theYearsSavedAreWorthTheirRentDiscounted() {
        Economics economics = new Economics(terms(0.1, 12), RAMP);
        // whole years: the annuity of the tables, (P/A, 10 %, 3) = 2.4869
        Range three = economics.yearsSavedUsd(new Range(50, 100), new Range(2, 3));
        assertThat(three.high()).isCloseTo(100 * 1.35e6 * 2.4869, within(1e4));
        assertThat(three.low()).isCloseTo(50 * 1.35e6 * 1.7355, within(1e4));
        assertThat(economics.yearsSavedUsd(Range.exactly(100), Range.exactly(0)).high())
                .isZero();
        assertThat(new Economics(terms(0, 12), RAMP)
                        .yearsSavedUsd(Range.exactly(1), Range.exactly(3.5))
                        .high())
                .isCloseTo(3.5 * 1.35e6, within(1e-6));
    }

    /** Share, PUE, price, saving, lease, breakeven, capital cost. */
    private static Range gain(Range[] inputs) {
        EconomicTerms terms = new EconomicTerms(inputs[4], 0.9, inputs[5], 1e5, inputs[6], 0.1, 0.1, 12);
        return new Economics(terms, RAMP).gainUsdPerMwYear(inputs[0], inputs[1], inputs[2], inputs[3]);
    }

    private static double gain(Economics economics, double share, double pue, double price) {
        Range gain = economics.gainUsdPerMwYear(
                Range.exactly(share), Range.exactly(pue), Range.exactly(price), Range.exactly(0));
        assertThat(gain.high() - gain.low()).isLessThan(1e-6);
        return gain.low();
    }

    private static EconomicTerms terms(double rate, int years) {
        return new EconomicTerms(
                Range.exactly(1.5e6), 0.9, Range.exactly(70), 1e5, Range.exactly(4e6), 0.1, rate, years);
    }
}
