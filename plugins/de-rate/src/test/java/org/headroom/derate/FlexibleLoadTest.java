package org.headroom.derate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small loads by hand, and the law that the answer must keep. */
class FlexibleLoadTest {
    /** Rooms of 0, 10, 20 and 30 MW: of L = 30 the hours lose 30, 20, 10 and 0, half of its energy. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.125, 0", "0.25, 10", "0.5, 30", "0.6, 37.5"})
    void theLoadOfFourHours(double fraction, double largest) {
        assertThat(FlexibleLoad.largestMw(new double[] {0, 10, 20, 30}, fraction))
                .isCloseTo(largest, within(1e-12));
    }

    @Property(tries = 200)
    void itLosesWhatIsAllowedAndNoMore(
            @ForAll @Size(min = 5, max = 60) double @DoubleRange(min = 0, max = 9_000) [] rooms,
            @ForAll @DoubleRange(min = 0.01, max = 0.4) double fraction) {
        double[] sorted = Arrays.stream(rooms)
                .map(Math::abs)
                .map(r -> Math.min(r, 9_000))
                .sorted()
                .toArray();
        double largest = FlexibleLoad.largestMw(sorted, fraction);
        assertThat(lost(sorted, largest)).isLessThanOrEqualTo(fraction * largest * sorted.length + 1e-6);
        double more = largest * 1.001 + 1e-3;
        assertThat(lost(sorted, more)).isGreaterThan(fraction * more * sorted.length - 1e-6);
    }

    private static double lost(double[] rooms, double load) {
        return DoubleStream.of(rooms).map(room -> Math.max(0, load - room)).sum();
    }

    /** Summer's peak is July's 100 and limits April and September too; winter's is January's 80. What is above its limit has no room. */
    @Test
    void eachSeasonHasItsOwnPeak() {
        double[][] load = new double[12][];
        Arrays.fill(load, new double[] {75});
        load[0] = new double[] {80};
        load[3] = new double[] {70};
        load[6] = new double[] {100, 90};
        load[8] = new double[] {110};
        load[10] = new double[] {85};
        double[] room = new Seasons(
                        new double[] {4, 5, 6, 7, 8, 9, 10}, new double[] {6, 7, 8}, new double[] {12, 1, 2})
                .roomMw(load);
        // 0: January, July, September, November; 5: February, March, December; 10: July; 25: May, June, August,
        // October; 30: April
        assertThat(room).containsExactly(0, 0, 0, 0, 5, 5, 5, 10, 25, 25, 25, 25, 30);
    }
}
