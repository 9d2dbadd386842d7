package org.headroom.sitecost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemorySites;

/** The cost rises and falls with its inputs, and its bounds hold every corner and every point inside. */
class CostBoundsTest {
    private static final double ROUNDING = 1e-6;

    /** An input with its range, and whether more of it costs more. */
    private record Side(String criterion, double least, double most, boolean isDearer) {}

    private static final List<Side> SIDES = List.of(
            new Side("distanceToInterconnectionKm", 0, 80, true),
            new Side("nominalVoltageKv", 69, 765, true),
            new Side("usableRightMw", 0, 150, false),
            new Side("convertibleMw", 0, 150, false),
            new Side("energyPriceUsdPerMwh", 0, 150, true),
            new Side("pue", 1, 2, true),
            new Side("timeToPowerMonthsP50", 0, 120, true));

    private static final double PEAK_PUE = 1.3;

    private static double at(Side side, double fraction) {
        return side.least() + fraction * (side.most() - side.least());
    }

    private static MeasurementColumn cost(List<Double> low, List<Double> high) {
        MemorySites.Builder site = TestCosts.mine().measured("peakPue", PEAK_PUE, PEAK_PUE);
        for (int i = 0; i < SIDES.size(); i++) {
            Side side = SIDES.get(i);
            site.measured(side.criterion(), at(side, low.get(i)), at(side, high.get(i)));
        }
        return TestCosts.of("siteCostUsdPerMwYear", site);
    }

    @Property(tries = 200)
    void eachInputMovesTheCostOneWay(
            @ForAll @Size(7) List<@DoubleRange(min = 0, max = 1) Double> place,
            @ForAll @IntRange(min = 0, max = 6) int which,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        List<Double> moved = new ArrayList<>(place);
        moved.set(which, Math.max(place.get(which), other));
        MeasurementColumn before = cost(place, place);
        MeasurementColumn after = cost(moved, moved);
        double sign = SIDES.get(which).isDearer() ? 1 : -1;
        assertThat(sign * (after.lower(0) - before.lower(0))).isGreaterThanOrEqualTo(-ROUNDING);
        assertThat(sign * (after.upper(0) - before.upper(0))).isGreaterThanOrEqualTo(-ROUNDING);
    }

    @Property(tries = 200)
    void theBoundsHoldEveryCornerAndPointInside(
            @ForAll @Size(7) List<@DoubleRange(min = 0, max = 1) Double> one,
            @ForAll @Size(7) List<@DoubleRange(min = 0, max = 1) Double> other,
            @ForAll @Size(7) List<@DoubleRange(min = 0, max = 1) Double> inside,
            @ForAll @IntRange(min = 0, max = 127) int corner) {
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        List<Double> point = new ArrayList<>();
        List<Double> end = new ArrayList<>();
        for (int i = 0; i < SIDES.size(); i++) {
            low.add(Math.min(one.get(i), other.get(i)));
            high.add(Math.max(one.get(i), other.get(i)));
            point.add(low.get(i) + inside.get(i) * (high.get(i) - low.get(i)));
            end.add((corner >> i & 1) == 0 ? low.get(i) : high.get(i));
        }
        MeasurementColumn bounds = cost(low, high);
        for (List<Double> place : List.of(point, end)) {
            MeasurementColumn exact = cost(place, place);
            assertThat(exact.lower(0)).isGreaterThanOrEqualTo(bounds.lower(0) - ROUNDING);
            assertThat(exact.upper(0)).isLessThanOrEqualTo(bounds.upper(0) + ROUNDING);
        }
    }
}
