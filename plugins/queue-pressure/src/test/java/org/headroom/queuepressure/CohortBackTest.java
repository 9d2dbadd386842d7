package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.queuepressure.AalenJohansen.Outcome;
import org.headroom.queuepressure.PjmRequests.Request;
import org.headroom.spi.FeatureLayer;
import org.headroom.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the curves would have foretold on a day in the past, against what came, by the Brier score; and the same of the two usual ways, in the better of
 * their two forms each. The weight with which a class of size starts from its market was chosen on the cohorts that ended by 2020 alone; those that PJM
 * has dated since were looked at once, after that. The figures beside were worked out apart with other software.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CohortBackTest {
    private static final double PINNED = 0.0005;

    private final FeatureLayer cohorts;
    private final List<Request> pjm = new ArrayList<>();

    CohortBackTest() throws IOException {
        cohorts = PackCohorts.layer();
    }

    @ParameterizedTest
    @CsvSource({
        // known on, horizon in years, later requests, share that came, score of the module
        "2009-12-31, 3, 3578, 0.0838, 0.0811",
        "2010-12-31, 5, 1895, 0.1678, 0.1386",
        "2011-12-31, 5, 1308, 0.2072, 0.1599",
        "2012-12-31, 3, 2067, 0.0958, 0.0848",
        "2012-12-31, 5, 1054, 0.2059, 0.1581",
        "2014-12-31, 3, 1499, 0.0660, 0.0623",
        "2014-12-31, 5, 486, 0.1276, 0.1074",
        "2016-12-31, 3, 500, 0.0460, 0.0482",
    })
    void laterCohortsOfAllMarkets(LocalDate known, double years, int requests, double share, double score) {
        double days = Math.floor(years * QueueParameters.DAYS_PER_YEAR);
        List<Later> later = new ArrayList<>();
        RequestStates seen = new RequestStates(cohorts, PackCohorts.END);
        int[] entered = cohorts.dates("queueDate");
        for (int record = 0; record < cohorts.size(); record++) {
            int watched = seen.watchedDays(record, Math.toIntExact(known.toEpochDay()) + 1);
            if (watched >= 0 && PackCohorts.END.toEpochDay() - entered[record] > days) {
                later.add(new Later(
                        cohorts.texts("market")[record],
                        cohorts.numbers("requestedMw")[record],
                        0,
                        days,
                        seen.outcome(record) == Outcome.IN_SERVICE && watched <= days));
            }
        }
        assertThat(later).hasSize(requests);
        assertScores(new Forecasts(cohorts, known), later, share, score);
    }

    /** PJM's requests of 2016 to 2019: its share fell to half of what the earlier cohorts foretell, and the score is still the best of the three. */
    @ParameterizedTest
    @CsvSource({
        "2012-12-31, 2013, 2017, 7, 1406, 0.2496, 0.1898",
        "2015-12-31, 2016, 2019, 5, 1887, 0.1097, 0.1104",
        "2017-12-31, 2018, 2019, 5, 1135, 0.0872, 0.0972",
    })
    void cohortsThatEndedSince(
            LocalDate known, int from, int to, double years, int requests, double share, double score)
            throws IOException {
        double days = Math.floor(years * QueueParameters.DAYS_PER_YEAR);
        List<Later> later = pjm().filter(
                        r -> r.entered().getYear() >= from && r.entered().getYear() <= to)
                .map(r -> new Later(
                        "PJM", r.mw(), 0, days, r.isServedBy(r.entered().plusDays((long) days))))
                .toList();
        assertThat(later).hasSize(requests);
        assertScores(new Forecasts(cohorts, known), later, share, score);
    }

    /** What expectedLoadMw and expectedGenerationMw rest on: the chance of a request of some age, four years on. */
    @Test
    void whatWasOpenAtTheEndOfTheCohorts() throws IOException {
        double days = ChronoUnit.DAYS.between(PackCohorts.END, PjmRequests.END);
        List<Later> later = pjm().filter(
                        r -> r.isOpenOn(PackCohorts.END) && r.entered().getYear() >= TestParameters.EARLIEST_QUEUE_YEAR)
                .map(r -> new Later(
                        "PJM",
                        r.mw(),
                        ChronoUnit.DAYS.between(r.entered(), PackCohorts.END),
                        days,
                        r.isServedBy(PjmRequests.END)))
                .toList();
        assertThat(later).hasSize(1825);
        assertScores(new Forecasts(cohorts, PackCohorts.END), later, 0.1123, 0.1123);
    }

    private Stream<Request> pjm() throws IOException {
        if (pjm.isEmpty()) {
            pjm.addAll(PjmRequests.read(SharedData.file("c_queues/Combined_Queues_2025-02.xlsx")));
        }
        return pjm.stream();
    }

    private static void assertScores(Forecasts forecasts, List<Later> later, double share, double score) {
        assertThat(later.stream().filter(Later::came).count() / (double) later.size())
                .isCloseTo(share, within(PINNED));
        double module =
                Forecasts.brier(later, l -> forecasts.ofModule(l.market, l.mw, l.ageDays, l.withinDays), Later::came);
        assertThat(module).isCloseTo(score, within(PINNED));
        for (boolean byClass : new boolean[] {false, true}) {
            double kaplanMeier = Forecasts.brier(
                    later, l -> forecasts.ofKaplanMeier(l.market, l.mw, byClass, l.ageDays, l.withinDays), Later::came);
            double median = Forecasts.brier(
                    later, l -> forecasts.ofMedian(l.market, l.mw, byClass, l.ageDays, l.withinDays), Later::came);
            assertThat(module).isLessThan(kaplanMeier).isLessThan(median);
        }
    }

    /**
     * A request and what became of it.
     *
     * @param ageDays how long it had waited when the forecast was made
     * @param withinDays time within which it had to be in service from then on
     */
    private record Later(String market, double mw, double ageDays, double withinDays, boolean came) {}
}
