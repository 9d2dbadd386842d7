package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.queuepressure.AalenJohansen.Outcome.ACTIVE;
import static org.headroom.queuepressure.AalenJohansen.Outcome.IN_SERVICE;
import static org.headroom.queuepressure.AalenJohansen.Outcome.WITHDRAWN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.headroom.queuepressure.AalenJohansen.Outcome;
import org.junit.jupiter.api.Test;

/** Figures by hand, and the laws of cumulative incidences. */
class AalenJohansenTest {
    private static final double EXACT = 1e-12;

    /** Five requests; two events of different kinds on day 2. */
    private final AalenJohansen five = new AalenJohansen(
            new int[] {1, 2, 2, 3, 4}, new Outcome[] {IN_SERVICE, WITHDRAWN, IN_SERVICE, ACTIVE, IN_SERVICE});

    @Test
    void tiesAreTakenTogether() {
        // day 1: 1 of 5; day 2: one of each of 4 at risk, S before = 0.8; day 3: one leaves; day 4: 1 of 1, S before =
        // 0.4
        assertThat(five.inServiceLower(0)).isZero();
        assertThat(five.inServiceLower(1)).isCloseTo(0.2, within(EXACT));
        assertThat(five.inServiceLower(2)).isCloseTo(0.4, within(EXACT));
        assertThat(five.withdrawnLower(2)).isCloseTo(0.2, within(EXACT));
        assertThat(five.activeUpper(2)).isCloseTo(0.4, within(EXACT));
        assertThat(five.inServiceLower(4)).isCloseTo(0.8, within(EXACT));
        assertThat(five.activeUpper(4)).isZero();
    }

    @Test
    void aRequestCensoredOnADayIsAtRiskForItsEvents() {
        AalenJohansen curve = new AalenJohansen(new int[] {3, 3}, new Outcome[] {ACTIVE, IN_SERVICE});
        assertThat(curve.inServiceLower(3)).isEqualTo(0.5);
    }

    /** F rises by 0.2 on days 1 to 3 at most; who is active at the horizon may get there later, or never. */
    @Test
    void serviceDaysAreThoseOfWhomeverGetsThere() {
        AalenJohansen curve = new AalenJohansen(
                new int[] {10, 20, 30, 40, 50}, new Outcome[] {IN_SERVICE, WITHDRAWN, IN_SERVICE, IN_SERVICE, ACTIVE});
        // F = 0.2, 0.4, 0.6 on days 10, 30, 40; S = 0.2 from then on
        assertThat(curve.serviceDaysLower(0.5, 100)).isEqualTo(30);
        assertThat(curve.serviceDaysUpper(0.5, 100)).isEqualTo(30);
        assertThat(curve.serviceDaysLower(0.9, 100)).isEqualTo(40);
        assertThat(curve.serviceDaysUpper(0.9, 100)).isEqualTo(100);
        // By day 35 two of four that may still come are there.
        assertThat(curve.serviceDaysLower(0.5, 35)).isEqualTo(10);
        assertThat(curve.serviceDaysUpper(0.5, 35)).isEqualTo(30);
        assertThat(curve.serviceDaysLower(0.5, 5)).isEqualTo(5);
        assertThat(curve.serviceDaysUpper(0.5, 5)).isEqualTo(5);
    }

    @Test
    void afterTheLastWatchedDayTheCurveIsBounded() {
        AalenJohansen curve = new AalenJohansen(new int[] {10, 20}, new Outcome[] {IN_SERVICE, ACTIVE});
        assertThat(curve.inServiceUpper(20)).isEqualTo(0.5);
        assertThat(curve.inServiceLower(21)).isEqualTo(0.5);
        assertThat(curve.inServiceUpper(21)).isEqualTo(1.0);
    }

    @Test
    void conditionalProbabilityUsesThoseStillActive() {
        // (F(4) - F(2)) / S(2) = 0.4 / 0.4
        assertThat(five.inServiceWithinLower(2, 2)).isCloseTo(1, within(EXACT));
        // (F(2) - F(1)) / S(1) = 0.2 / 0.8
        assertThat(five.inServiceWithinLower(1, 1)).isCloseTo(0.25, within(EXACT));
        assertThat(five.inServiceWithinLower(9, 1)).isZero();
        assertThat(five.inServiceWithinUpper(9, 1)).isEqualTo(1);
    }

    /** Hazards of the larger group: day 1 a fifth, day 2 a quarter of each kind, day 4 all that is left. */
    @Test
    void aCurveOfFewStartsFromThatOfTheLargerGroup() {
        AalenJohansen curve = new AalenJohansen(new int[] {2, 5}, new Outcome[] {IN_SERVICE, ACTIVE}, five, 2);
        assertThat(curve.size()).isEqualTo(2);
        assertThat(curve.lastDay()).isEqualTo(5);
        assertThat(curve.inServiceLower(1)).isCloseTo(2 * 0.2 / (2 + 2), within(EXACT));
        assertThat(curve.inServiceLower(2)).isCloseTo(0.1 + 0.9 * (1 + 2 * 0.25) / 4, within(EXACT));
        assertThat(curve.withdrawnLower(2)).isCloseTo(0.9 * 2 * 0.25 / 4, within(EXACT));
        assertThat(curve.inServiceLower(4)).isCloseTo(0.4375 + 0.45 * 2 / (1 + 2), within(EXACT));
        assertThat(curve.activeUpper(5)).isCloseTo(0.15, within(EXACT));
        AalenJohansen alone = new AalenJohansen(
                new int[] {1, 2, 2, 3, 4},
                new Outcome[] {IN_SERVICE, WITHDRAWN, IN_SERVICE, ACTIVE, IN_SERVICE},
                curve,
                0);
        assertThat(alone.inServiceLower(4)).isEqualTo(five.inServiceLower(4));
    }

    @Test
    void refusesWhatIsNoObservation() {
        assertThatThrownBy(() -> new AalenJohansen(new int[0], new Outcome[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AalenJohansen(new int[] {-1}, new Outcome[] {ACTIVE}))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new AalenJohansen(new int[] {1, 2}, new Outcome[] {ACTIVE}))
                .hasMessageContaining("2 times and 1 outcomes");
    }

    @Property
    void curvesAreProbabilities(@ForAll("observations") List<Watched> watched) {
        AalenJohansen curve = curve(watched);
        double f = 0;
        double g = 0;
        double s = 1;
        for (int day = 0; day <= curve.lastDay() + 2; day++) {
            assertThat(curve.inServiceLower(day)).isBetween(f, 1.0);
            assertThat(curve.withdrawnLower(day)).isBetween(g, 1.0);
            assertThat(curve.activeUpper(day)).isBetween(0.0, s);
            f = curve.inServiceLower(day);
            g = curve.withdrawnLower(day);
            s = curve.activeUpper(day);
            assertThat(f + g + s).isCloseTo(1, within(1e-9));
            assertThat(curve.inServiceUpper(day)).isBetween(f, 1.0);
        }
    }

    @Property
    void serviceDaysRiseWithTheShareAndLieWithinTheHorizon(@ForAll("observations") List<Watched> watched) {
        AalenJohansen curve = curve(watched);
        for (double horizon = 0.5; horizon < 60; horizon += 7.5) {
            double lower = 0;
            double upper = 0;
            for (double share : new double[] {0.1, 0.5, 0.9}) {
                assertThat(curve.serviceDaysLower(share, horizon)).isBetween(lower, horizon);
                lower = curve.serviceDaysLower(share, horizon);
                assertThat(curve.serviceDaysUpper(share, horizon)).isBetween(Math.max(lower, upper), horizon);
                upper = curve.serviceDaysUpper(share, horizon);
            }
        }
    }

    @Property
    void withoutWithdrawalsItIsKaplanMeier(@ForAll("observations") List<Watched> watched) {
        List<Watched> kept = watched.stream()
                .map(w -> w.outcome == WITHDRAWN ? new Watched(w.days, ACTIVE) : w)
                .toList();
        AalenJohansen curve = curve(kept);
        for (int day = 0; day <= curve.lastDay(); day++) {
            assertThat(curve.inServiceLower(day)).isCloseTo(1 - kaplanMeier(kept, day), within(1e-9));
        }
    }

    @Property
    void theOrderOfRequestsDoesNotMatter(@ForAll("observations") List<Watched> watched) {
        List<Watched> reversed = new ArrayList<>(watched);
        Collections.reverse(reversed);
        assertThat(curve(reversed).inServiceLower(20)).isEqualTo(curve(watched).inServiceLower(20));
    }

    private static double kaplanMeier(List<Watched> watched, int until) {
        double survival = 1;
        for (int day = 0; day <= until; day++) {
            int today = day;
            long atRisk = watched.stream().filter(w -> w.days >= today).count();
            long events = watched.stream()
                    .filter(w -> w.days == today && w.outcome == IN_SERVICE)
                    .count();
            survival *= atRisk == 0 ? 1 : 1 - (double) events / atRisk;
        }
        return survival;
    }

    @Provide
    Arbitrary<List<Watched>> observations() {
        return Combinators.combine(Arbitraries.integers().between(0, 40), Arbitraries.of(Outcome.class))
                .as(Watched::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static AalenJohansen curve(List<Watched> watched) {
        return new AalenJohansen(
                watched.stream().mapToInt(Watched::days).toArray(),
                watched.stream().map(Watched::outcome).toArray(Outcome[]::new));
    }

    record Watched(int days, Outcome outcome) {}
}
