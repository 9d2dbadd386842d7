package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.outcome.Draws;
import org.headroom.rules.outcome.SiteOutcomes;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.reading.DecisionSettings;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Proportion;
import org.headroom.rules.rule.RuleAction;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.workbench.whatif.MeasurementChange;
import org.headroom.workbench.whatif.MeasurementSearch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points in proportion are the same wherever a site is scored: in a run, in a draw, and in the answer to what would be. */
class PointsInProportionTest {
    private static final int SITES = 600;
    private static final DecisionSettings NO_WEIGHTS = new DecisionSettings(20, 16, 0.2, true, true, false);
    private static final List<Policy> POLICIES = new ArrayList<>();

    @BeforeAll
    static void load(@TempDir Path folder) {
        LocalDate day = LocalDate.of(2026, 11, 29);
        POLICIES.add(
                new TestPolicy(folder.resolve("sure")).inProportion().load().on(day));
        POLICIES.add(TestPolicy.expecting(folder.resolve("expected"))
                .inProportion()
                .load()
                .on(day));
    }

    private static TestRanking ranking(Policy policy, long seed) {
        SitesByAttribute sites = new SitesByAttribute(SITES);
        MeasurementBlock measurements = TestPolicy.random(SITES, sites, seed);
        for (int site = 0; site < SITES; site += 2) {
            for (String id : measurements.criterionIds()) {
                MeasurementColumn column = measurements.column(id);
                if (column.lower(site) != column.upper(site)) {
                    column.set(site, id.equals("ban") ? 0 : 1 + site % 7 * 0.37, EvidenceClass.REPORTED);
                }
            }
        }
        return TestRanking.of(policy, sites, measurements);
    }

    /** But for the last bit: a draw adds up criteria and rules apart. */
    @Test
    void ofAKnownSiteRunAndDrawsGiveOneScore() {
        Policy policy = POLICIES.get(1);
        TestRanking ranking = ranking(policy, 7);
        ScoreBlock scored = scored(policy, ranking);
        ScoreBlock.Storage bits = scored.storage();
        SiteOutcomes outcomes = policy.outcomes(new Draws(16), NO_WEIGHTS).sites();
        outcomes.bind(ranking.sites(), ranking.measurements(), bits.fired(), bits.undecided(), bits.wordsPerSite());
        double[] drawn = new double[16];
        int known = 0;
        for (int site = 0; site < SITES; site += 2) {
            outcomes.take(site);
            outcomes.draw(0, 16, new byte[16], drawn);
            if (scored.lower(site) == scored.upper(site)) {
                known++;
                assertThat(scored.ranking(site)).isEqualTo(scored.lower(site));
                assertThat(drawn).as("site %d", site).containsOnly(new double[] {scored.ranking(site)}, within(1e-12));
            }
        }
        assertThat(known).isGreaterThan(SITES / 4);
    }

    private static ScoreBlock scored(Policy policy, TestRanking ranking) {
        ScoreBlock scores = policy.newScoreBlock(SITES);
        policy.scorer().score(ranking.sites(), ranking.measurements(), scores);
        return scores;
    }

    /** The points of an interval are those of its ends, and of an unknown number none to all. */
    @Test
    void theEndsOfAnIntervalGiveTheEndsOfItsPoints() {
        for (Policy policy : POLICIES) {
            TestRanking ranking = ranking(policy, 11);
            ScoreBlock scores = scored(policy, ranking);
            int intervals = 0;
            for (int rule = 0; rule < policy.rulesInProportion().size(); rule++) {
                CheckedRule of = policy.rulesInProportion().get(rule);
                for (int site = 0; site < SITES; site++) {
                    if (!scores.isFired(site, of.index())) {
                        continue;
                    }
                    double least = 0;
                    double most = 0;
                    for (RuleAction action : of.actions()) {
                        Proportion in = action.proportion();
                        double one = worth(in, end(ranking, in, site, true), 0);
                        double other = worth(in, end(ranking, in, site, false), in.most());
                        intervals += one == other ? 0 : 1;
                        least += action.sign() > 0 ? Math.min(one, other) : -Math.max(one, other);
                        most += action.sign() > 0 ? Math.max(one, other) : -Math.min(one, other);
                    }
                    assertThat(scores.leastPoints(rule, site)).isEqualTo(least + 0.0);
                    assertThat(scores.mostPoints(rule, site)).isEqualTo(most + 0.0);
                    assertThat(scores.expectedPoints(rule, site)).isBetween(least, most);
                }
            }
            assertThat(intervals).isGreaterThan(100);
        }
    }

    /**
     * A dearer price gives points, and its value falls slowly at first, then faster: the score rises from 30 to 60.5 USD/MWh and falls from there.
     * So what a rival has at 50 is reached at 50, between two anchors at neither of which it is.
     */
    @Test
    void whereACurveTurnsAgainstThePointsTheChangeIsFound() {
        for (Policy policy : POLICIES) {
            SitesByAttribute sites = new SitesByAttribute(2);
            MeasurementBlock measurements = TestPolicy.measurements(2);
            for (int site = 0; site < 2; site++) {
                measurements.column("distanceKm").set(site, 8, EvidenceClass.REPORTED);
                measurements.column("kv").set(site, 230, EvidenceClass.REPORTED);
                measurements.column("count").set(site, 1, EvidenceClass.REPORTED);
                measurements.column("ban").set(site, 0, EvidenceClass.REPORTED);
            }
            measurements.column("priceUsdPerMwh").set(0, 30, EvidenceClass.REPORTED);
            measurements.column("priceUsdPerMwh").set(1, 50, EvidenceClass.REPORTED);
            TestRanking ranking = TestRanking.of(policy, sites, measurements);
            assertThat(ranking.rank(0)).isEqualTo(2);
            assertThat(new MeasurementSearch(policy, ranking.only(0), ranking.measurementsOf(0), ranking.without(0, 1))
                            .changes())
                    .filteredOn(change -> change.field().equals("priceUsdPerMwh"))
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.to()).isCloseTo(50.0, within(1e-9));
                        assertThat(change.rank()).isEqualTo(1);
                    });
        }
    }

    private static double end(TestRanking ranking, Proportion in, int site, boolean isLower) {
        if (!in.field().criterion()) {
            return ranking.sites().numbers(in.field().name())[site];
        }
        MeasurementColumn column = ranking.measurements().column(in.field().name());
        return isLower ? column.lower(site) : column.upper(site);
    }

    /** As LANGUAGE.md says it, by another way of reckoning. */
    private static double worth(Proportion in, double number, double unknown) {
        if (Double.isNaN(number)) {
            return unknown;
        }
        double beyond = in.isBelow() ? in.from() - number : number - in.from();
        return beyond <= 0 ? 0 : Math.min(in.most(), in.points() * (beyond / in.step()));
    }

    /** What is told of a change is what the site scores when the change is made. */
    @Test
    void theAnswerToWhatWouldBeIsTheScoreOfThatSite() {
        int changes = 0;
        for (Policy policy : POLICIES) {
            TestRanking ranking = ranking(policy, 13);
            for (int site = 0; site < 150; site++) {
                MeasurementSearch search = new MeasurementSearch(
                        policy, ranking.only(site), ranking.measurementsOf(site), ranking.without(site, 20));
                for (MeasurementChange change : search.changes()) {
                    MeasurementBlock changed = ranking.measurementsOf(site);
                    Double to = change.to();
                    if (to != null && changed.criterionIds().contains(change.field())) {
                        changed.column(change.field()).set(0, to, EvidenceClass.REPORTED);
                        ScoreBlock scores = policy.newScoreBlock(1);
                        policy.scorer().score(ranking.only(site), changed, scores);
                        assertThat(change.score()).isEqualTo(scores.ranking(0));
                        assertThat(change.tier()).isEqualTo(scores.tier(0));
                        changes++;
                    }
                }
            }
        }
        assertThat(changes).isGreaterThan(50);
    }
}
