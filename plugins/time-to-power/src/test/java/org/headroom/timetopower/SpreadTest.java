package org.headroom.timetopower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.975, 1.959963984540054", "0.1, -1.2815515655446004", "0.001, -3.090232306167813"})
    void normalDeviates(double share, double deviate) {
        assertThat(Normal.quantile(share)).isCloseTo(deviate, within(1e-12));
    }

    /** Leaning to either side, normal, and with an end that does not spread. */
    @ParameterizedTest
    @CsvSource({"6, 12, 24", "25, 56, 67", "10, 20, 30", "9, 9, 12", "9, 12, 12", "7, 7, 7"})
    void goesThroughItsQuantilesAndNeverFalls(double p10, double p50, double p90) {
        Spread spread = new Spread(p10, p50, p90);
        assertThat(spread.at(Normal.quantile(0.1))).isCloseTo(p10, within(1e-9));
        assertThat(spread.at(0)).isCloseTo(p50, within(1e-9));
        assertThat(spread.at(Normal.quantile(0.9))).isCloseTo(p90, within(1e-9));
        double before = 0;
        for (double share = 0.001; share < 1; share += 0.001) {
            double months = spread.at(Normal.quantile(share));
            assertThat(months).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Spread.LONGEST_MONTHS);
            before = months;
        }
    }

    /** The draws of each step fill its distribution, and no two steps go together. */
    @Test
    void theDrawsAreEvenAndIndependent() {
        Draws draws = new Draws();
        for (int step = 0; step < 5; step++) {
            double[] sorted = draws.of(step).clone();
            Arrays.sort(sorted);
            assertThat(sorted[Draws.COUNT / 2]).isCloseTo(0, within(0.05));
            assertThat(sorted[Draws.COUNT * 9 / 10]).isCloseTo(1.2816, within(0.05));
            for (int other = 0; other < step; other++) {
                double sum = 0;
                for (int i = 0; i < Draws.COUNT; i++) {
                    sum += draws.of(step)[i] * draws.of(other)[i];
                }
                assertThat(sum / Draws.COUNT).as(step + " and " + other).isCloseTo(0, within(0.02));
            }
        }
    }
}
