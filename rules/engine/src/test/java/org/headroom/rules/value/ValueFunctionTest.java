package org.headroom.rules.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden values by hand. */
class ValueFunctionTest {
    private static final Offset<Double> TINY = within(1e-12);
    private static final ValueFunction DISTANCE = new PiecewiseLinear(pairs(0, 1, 5, 0.9, 20, 0.6, 50, 0.2, 80, 0));
    private static final ValueFunction HILL = new PiecewiseLinear(pairs(0, 0.2, 10, 1, 20, 0.1, 30, 0.5));
    private static final ValueFunction STAIRS = new Step(pairs(0, 0, 69, 0.25, 138, 0.5, 345, 1));
    private static final ValueFunction CURVE = new SCurve(29, 18);
    private static final ValueFunction LABELS =
            new Categories(List.of("PASS", "CONDITIONAL", "FAIL"), new double[] {1, 0.4, 0});

    private static List<double[]> pairs(double... flat) {
        double[][] pairs = new double[flat.length / 2][];
        Arrays.setAll(pairs, i -> new double[] {flat[2 * i], flat[2 * i + 1]});
        return List.of(pairs);
    }

    @Test
    void piecewiseLinear() {
        assertThat(DISTANCE.at(-1)).isEqualTo(1);
        assertThat(DISTANCE.at(5)).isEqualTo(0.9);
        assertThat(DISTANCE.at(12.5)).isCloseTo(0.75, TINY);
        assertThat(DISTANCE.at(65)).isCloseTo(0.1, TINY);
        assertThat(DISTANCE.at(1000)).isEqualTo(0);
        assertThat(DISTANCE.neverRises()).isTrue();
        assertThat(DISTANCE.neverFalls()).isFalse();
        assertThat(DISTANCE.segment(12.5, "km")).isEqualTo("between 5 km (0.9) and 20 km (0.6)");
        assertThat(DISTANCE.segment(80, "km")).isEqualTo("at or above the last anchor, 80 km (0)");
    }

    @Test
    void anIntervalTakesTheAnchorsInsideIntoAccount() {
        assertThat(HILL.lowest(8, 22)).isEqualTo(0.1);
        assertThat(HILL.highest(8, 22)).isEqualTo(1);
        assertThat(HILL.lowest(11, 12)).isCloseTo(0.82, TINY);
        assertThat(HILL.highest(-5, -4)).isEqualTo(0.2);
        assertThat(STAIRS.highest(100, 200)).isEqualTo(0.5);
        assertThat(STAIRS.lowest(100, 200)).isEqualTo(0.25);
        assertThat(LABELS.lowest(0, 1)).isEqualTo(0.4);
        assertThat(LABELS.highest(0, 2)).isEqualTo(1);
    }

    @Test
    void step() {
        assertThat(STAIRS.at(68.9)).isEqualTo(0);
        assertThat(STAIRS.at(69)).isEqualTo(0.25);
        assertThat(STAIRS.at(765)).isEqualTo(1);
        assertThat(STAIRS.at(-1)).isEqualTo(0);
        assertThat(STAIRS.segment(100, "kV")).isEqualTo("the step from 69 kV to below 138 kV (0.25)");
        assertThat(STAIRS.segment(3, "kV")).isEqualTo("the step below 69 kV (0)");
    }

    @Test
    void sCurve() {
        assertThat(CURVE.at(30)).isEqualTo(0);
        assertThat(CURVE.at(17)).isEqualTo(1);
        assertThat(CURVE.at(23.5)).isCloseTo(0.5, TINY);
        assertThat(CURVE.at(26.25)).isCloseTo(0.125, TINY);
        assertThat(CURVE.at(20.75)).isCloseTo(0.875, TINY);
        assertThat(CURVE.lowest(20.75, 26.25)).isCloseTo(0.125, TINY);
        assertThat(CURVE.neverRises()).isTrue();
    }

    @Test
    void aCurveTurnsWhereItsSlopeIsOutweighed() {
        assertThat(CURVE.turns(-1.0 / 11)).containsExactly(new double[] {26.25, 20.75}, TINY);
        assertThat(CURVE.turns(-2.1 / 11)).isEmpty();
        assertThat(CURVE.turns(1.0 / 11)).isEmpty();
        assertThat(CURVE.turns(0)).isEmpty();
        assertThat(HILL.turns(0.08)).isEmpty();
    }

    @Test
    void target() {
        ValueFunction target = PiecewiseLinear.target(20, 5);
        assertThat(target.at(20)).isEqualTo(1);
        assertThat(target.at(22)).isCloseTo(0.6, TINY);
        assertThat(target.at(14)).isEqualTo(0);
        assertThat(target.highest(0, 40)).isEqualTo(1);
    }

    @Test
    void categories() {
        assertThat(LABELS.at(1)).isEqualTo(0.4);
        assertThat(LABELS.segment(1, "category")).isEqualTo("category CONDITIONAL (0.4)");
    }

    @Test
    void badAnchorsAreRefused() {
        assertThatThrownBy(() -> new PiecewiseLinear(pairs(5, 1, 5, 0)))
                .hasMessage("the anchor 5 does not lie above 5 before it");
        assertThatThrownBy(() -> new Step(pairs(0, 1.5))).hasMessage("the value 1.5 at 0 is not from 0 to 1");
        assertThatThrownBy(() -> new PiecewiseLinear(pairs(0, 1))).hasMessageContaining("two anchors");
        assertThatThrownBy(() -> new SCurve(3, 3)).hasMessageContaining("two different");
    }

    @Property
    void boundsHoldEveryValueInside(
            @ForAll @DoubleRange(min = -10, max = 400) double a,
            @ForAll @DoubleRange(min = -10, max = 400) double b,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        double inside = Math.min(high, low + share * (high - low));
        for (ValueFunction function : List.of(DISTANCE, HILL, STAIRS, CURVE)) {
            assertThat(function.at(inside))
                    .isBetween(function.lowest(low, high), function.highest(low, high))
                    .isBetween(0.0, 1.0);
        }
    }

    @Property
    void aFallingFunctionNeverRises(
            @ForAll @DoubleRange(min = -10, max = 100) double a, @ForAll @DoubleRange(min = 0, max = 1) double step) {
        assertThat(DISTANCE.at(a + 1e-3 * step)).isLessThanOrEqualTo(DISTANCE.at(a));
        assertThat(CURVE.at(a + 1e-3 * step)).isLessThanOrEqualTo(CURVE.at(a));
    }
}
