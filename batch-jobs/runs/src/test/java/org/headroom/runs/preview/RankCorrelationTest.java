package org.headroom.runs.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    /** The examples in the documentation of SciPy 1.11, {@code stats.kendalltau} and {@code stats.spearmanr}. */
    @Test
    void publishedExamples() {
        assertThat(of(List.of(12, 2, 1, 12, 2), List.of(1, 4, 7, 1, 0)).kendallTauB())
                .isCloseTo(-0.47140452079103173, within(1e-15));
        assertThat(of(List.of(1, 2, 3, 4, 5), List.of(5, 6, 7, 8, 7)).spearman())
                .isCloseTo(0.8207826816681233, within(1e-15));
    }

    @Test
    void theSameReversedAndTied() {
        List<Integer> up = List.of(3, 1, 4, 15, 9, 2, 6);
        List<Integer> down = up.stream().map(value -> -value).toList();
        assertThat(of(up, up)).isEqualTo(new RankCorrelation(1, 1));
        assertThat(of(up, down)).isEqualTo(new RankCorrelation(-1, -1));
        assertThat(of(up, List.of(5, 5, 5, 5, 5, 5, 5))).isEqualTo(new RankCorrelation(Double.NaN, Double.NaN));
    }

    @Property
    void kendallIsThatOfAllPairs(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 12) Integer> one,
            @ForAll @Size(min = 60, max = 60) List<@IntRange(max = 12) Integer> more) {
        List<Integer> other = more.subList(0, one.size());
        double surplus = 0;
        double untiedInOne = 0;
        double untiedInOther = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < i; j++) {
                int a = Integer.compare(one.get(i), one.get(j));
                int b = Integer.compare(other.get(i), other.get(j));
                surplus += a * b;
                untiedInOne += a * a;
                untiedInOther += b * b;
            }
        }
        double expected = surplus / Math.sqrt(untiedInOne * untiedInOther);
        double found = of(one, other).kendallTauB();
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(1e-12));
        }
    }

    private static RankCorrelation of(List<Integer> one, List<Integer> other) {
        return RankCorrelation.ofLevels(levels(one), levels(other));
    }

    /** The level of each value among the different values. */
    private static int[] levels(List<Integer> values) {
        int[] different =
                values.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        return values.stream()
                .mapToInt(value -> Arrays.binarySearch(different, value))
                .toArray();
    }
}
