package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headroom.model.EvidenceClass;
import org.headroom.rules.outcome.Draws;
import org.headroom.rules.outcome.SettledSites;
import org.headroom.rules.outcome.SiteOutcomes;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.reading.DecisionSettings;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws are held against the engine itself: what was drawn is put in as known, and the site is scored as any other. */
class OutcomesTest {
    private static final int SITES = 200;
    private static final int DRAWS = 600;
    private static final DecisionSettings NO_WEIGHTS = new DecisionSettings(20, DRAWS, 0.2, true, true, false);

    private static Policy policy;
    private static Policy policyInProportion;

    @BeforeAll
    static void load(@TempDir Path folder, @TempDir Path other) {
        policy = withPriors(folder).load().on(LocalDate.of(2026, 11, 29));
        policyInProportion = withPriors(other).inProportion().load().on(LocalDate.of(2026, 11, 29));
    }

    /** Policies, and how often each is drawn: of what rules tell apart finely no more than 32 measurements are told apart. */
    static Stream<Arguments> policies() {
        return Stream.of(Arguments.of(policy, DRAWS, 40), Arguments.of(policyInProportion, 32, 32));
    }

    /** The policy of {@link TestPolicy} with priors for all that has a weight. */
    static TestPolicy withPriors(Path folder) {
        TestPolicy files = new TestPolicy(folder);
        files.write(
                "policy.yaml",
                "policy: test\nversion: 1.0.0\ntitle: Test\nrankBy: EXPECTED\nscore: {minimum: 0, maximum: 110}\n");
        files.write("criteria/grid.yaml", """
            module: grid
            criteria:
              - criterion: distanceKm
                weight: 0.4
                value: {piecewiseLinear: [[0, 1], [10, 0.5], [60, 0]]}
                reasoning: nearer is cheaper
                source: test
                unknown: {quantiles: [[0, 0], [0.5, 12], [1, 80]], asOf: 2026-11-01, reasoning: made up for a test, source: test}
              - criterion: kv
                weight: 0.2
                value: {step: [[0, 0], [69, 0.4], [138, 0.8], [345, 1]]}
                reasoning: stronger is better
                source: test
                unknown: {quantiles: [[0, 12], [0.3, 69], [0.6, 138], [1, 500]], asOf: 2026-11-01, reasoning: made up for a test, source: test, sharedBy: jurisdictionCode}
            """);
        files.write("criteria/rest.yaml", """
            module: price
            criteria:
              - criterion: priceUsdPerMwh
                weight: 0.3
                value: {sCurve: {zeroAt: 200, oneAt: 20}}
                reasoning: cheaper is better
                source: test
                unknown: {quantiles: [[0, 20], [0.9, 140], [1, 250]], asOf: 2026-11-01, reasoning: made up for a test, source: test}
            """);
        return files.write("criteria/law.yaml", """
            module: law
            criteria:
              - criterion: ban
                weight: 0.1
                value: {categories: {PASS: 1, CONDITIONAL: 0.4, FAIL: 0}}
                reasoning: a ban is a risk
                source: test
                unknown:
                  categories: {PASS: 0.7, CONDITIONAL: 0.2, FAIL: 0.1}
                  asOf: 2026-11-01
                  reasoning: made up for a test
                  source: test
            """);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aDrawIsWhatTheEngineGivesWhenThatIsKnown(Policy policy, int drawCount, int any) {
        SitesByAttribute sites = new SitesByAttribute(SITES);
        MeasurementBlock block = TestPolicy.random(SITES, sites, 5);
        for (int row = 0; row < SITES; row += 3) {
            sites.with(row, "jurisdictionCode", "J" + row % 4);
        }
        ScoreBlock scored = policy.newScoreBlock(SITES);
        policy.scorer().score(sites, block, scored);
        Draws draws = new Draws(drawCount);
        SiteOutcomes outcomes = policy.outcomes(draws, NO_WEIGHTS).sites();
        bind(outcomes, sites, block, scored);
        int from = 17;
        int count = 12;
        byte[] tiers = new byte[count];
        double[] scores = new double[count];
        Set<Integer> seen = new TreeSet<>();
        for (int row = 0; row < SITES; row++) {
            outcomes.take(row);
            outcomes.draw(from, from + count, tiers, scores);
            ScoreBlock known = scoredAsDrawn(policy, draws, sites, block, row, from, count);
            for (int d = 0; d < count; d++) {
                assertThat(scores[d]).as("site %d draw %d", row, d).isCloseTo(known.ranking(d), within(1e-9));
                assertThat(tiers[d]).as("site %d draw %d", row, d).isEqualTo((byte) known.tier(d));
                seen.add((int) tiers[d]);
            }
        }
        assertThat(seen).containsExactly(1, 2, 3, 9);
    }

    private static void bind(SiteOutcomes outcomes, SitesByAttribute sites, MeasurementBlock block, ScoreBlock scored) {
        ScoreBlock.Storage bits = scored.storage();
        outcomes.bind(sites, block, bits.fired(), bits.undecided(), bits.wordsPerSite());
    }

    /** One row a draw, all of the same site. */
    private static ScoreBlock scoredAsDrawn(
            Policy policy, Draws draws, SitesByAttribute sites, MeasurementBlock block, int row, int from, int count) {
        SitesByAttribute same = new SitesByAttribute(count);
        MeasurementBlock drawn = TestPolicy.measurements(count);
        int[] levels = new int[count];
        int parts = Math.min(128, draws.count());
        for (int d = 0; d < count; d++) {
            same.with(d, "origin", sites.texts("origin")[row]);
            same.with(d, "contractedCapacityMw", sites.numbers("contractedCapacityMw")[row]);
        }
        for (String id : block.criterionIds()) {
            MeasurementColumn column = block.column(id);
            Expectation expectation = policy.expectation(id).orElse(null);
            String shared = id.equals("kv") ? sites.texts("jurisdictionCode")[row] : null;
            draws.levels(
                    shared == null
                            ? Draws.stream("site " + id, sites.siteId(row))
                            : Draws.stream("jurisdictionCode " + id, shared),
                    from,
                    from + count,
                    levels);
            for (int d = 0; d < count; d++) {
                double low = column.lower(row);
                double high = column.upper(row);
                if (low == high || expectation == null) {
                    drawn.column(id).copy(column, row, d);
                } else {
                    double share = Double.isNaN(low)
                            ? draws.share(levels[d])
                            : ((int) ((long) levels[d] * parts / draws.count()) + 0.5) / parts;
                    double x = expectation.quantile(
                            share, low, high, column.reason(row).ordinal());
                    drawn.column(id).set(d, x, EvidenceClass.ESTIMATED);
                }
            }
        }
        ScoreBlock known = policy.newScoreBlock(count);
        policy.scorer().score(same, drawn, known);
        return known;
    }

    /** One thing known and the rest as it was: what the engine ranks by then. */
    @ParameterizedTest
    @MethodSource("policies")
    void aSettledSiteIsRankedAsTheEngineWouldRankIt(Policy policy, int any, int levels) {
        SitesByAttribute sites = new SitesByAttribute(SITES);
        MeasurementBlock block = TestPolicy.random(SITES, sites, 9);
        ScoreBlock scored = policy.newScoreBlock(SITES);
        policy.scorer().score(sites, block, scored);
        ScoreBlock.Storage bits = scored.storage();
        SettledSites settled = new SettledSites(policy.outcomes(new Draws(levels), SettledSites.ALL_BUT_WEIGHTS));
        settled.bind(sites, block, bits.fired(), bits.undecided(), bits.wordsPerSite());
        byte[] tiers = new byte[levels];
        double[] scores = new double[levels];
        int compared = 0;
        for (int row = 0; row < SITES; row++) {
            for (int thing = 0; thing < settled.take(row); thing++) {
                settled.settle(thing, tiers, scores);
                String id = settled.criterion(thing).id();
                SitesByAttribute same = new SitesByAttribute(levels);
                MeasurementBlock known = TestPolicy.measurements(levels);
                MeasurementColumn column = block.column(id);
                Expectation expectation = policy.expectation(id).orElseThrow();
                for (int level = 0; level < levels; level++) {
                    same.with(level, "origin", sites.texts("origin")[row]);
                    same.with(level, "contractedCapacityMw", sites.numbers("contractedCapacityMw")[row]);
                    for (String each : block.criterionIds()) {
                        known.column(each).copy(block.column(each), row, level);
                    }
                    double share = (level + 0.5) / levels;
                    known.column(id)
                            .set(
                                    level,
                                    expectation.quantile(
                                            share,
                                            column.lower(row),
                                            column.upper(row),
                                            column.reason(row).ordinal()),
                                    EvidenceClass.ESTIMATED);
                }
                ScoreBlock engine = policy.newScoreBlock(levels);
                policy.scorer().score(same, known, engine);
                for (int level = 0; level < levels; level++) {
                    assertThat(scores[level])
                            .as("site %d %s %d", row, id, level)
                            .isCloseTo(engine.ranking(level), within(1e-9));
                    // What is only expected to fail is no verdict, but as far behind.
                    assertThat(Math.min(8, tiers[level])).isEqualTo(Math.min(8, engine.tier(level)));
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(SITES);
    }

    @Test
    void everyStreamTakesEachLevelOnce() {
        Draws draws = new Draws(DRAWS);
        int[] whole = new int[DRAWS];
        int[] part = new int[10];
        draws.levels(Draws.stream("a", "b"), 0, DRAWS, whole);
        draws.levels(Draws.stream("a", "b"), 300, 310, part);
        assertThat(part).containsExactly(Arrays.copyOfRange(whole, 300, 310));
        int[] other = new int[DRAWS];
        draws.levels(Draws.stream("ab", ""), 0, DRAWS, other);
        assertThat(other).isNotEqualTo(whole);
        Arrays.sort(whole);
        for (int i = 0; i < DRAWS; i++) {
            assertThat(whole[i]).isEqualTo(i);
        }
    }

    /** Streams of a thousand sites are as good as independent: no two go together. */
    @Test
    void noTwoStreamsGoTogether() {
        Draws draws = new Draws(1000);
        double[][] shares = new double[300][1000];
        int[] levels = new int[1000];
        for (int s = 0; s < shares.length; s++) {
            draws.levels(Draws.stream("site moratorium", "C-" + s), 0, 1000, levels);
            for (int d = 0; d < 1000; d++) {
                shares[s][d] = draws.share(levels[d]) - 0.5;
            }
        }
        double most = 0;
        for (int a = 0; a < shares.length; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int d = 0; d < 1000; d++) {
                    sum += shares[a][d] * shares[b][d];
                }
                most = Math.max(most, Math.abs(sum) * 12 / 1000);
            }
        }
        // Of 44,850 correlations with a standard deviation of 0.032 the largest is some 4.4 of these.
        assertThat(most).isLessThan(0.18);
    }

    @Test
    void weightsAreDrawnFromTheirBoxAndKeepTheirSum() {
        Draws draws = new Draws(DRAWS);
        SitesByAttribute sites = new SitesByAttribute(2);
        MeasurementBlock block = TestPolicy.measurements(2);
        for (int row = 0; row < 2; row++) {
            block.column("distanceKm").set(row, row == 0 ? 0 : 60, EvidenceClass.REPORTED);
            block.column("kv").set(row, row == 0 ? 400 : 70, EvidenceClass.REPORTED);
            block.column("priceUsdPerMwh").set(row, row == 0 ? 20 : 140, EvidenceClass.REPORTED);
            block.column("ban").set(row, 0, EvidenceClass.REPORTED);
            block.column("count").set(row, -1, EvidenceClass.REPORTED);
        }
        ScoreBlock scored = policy.newScoreBlock(2);
        policy.scorer().score(sites, block, scored);
        byte[] tiers = new byte[DRAWS];
        double[] scores = new double[DRAWS];
        SiteOutcomes outcomes = policy.outcomes(draws, DecisionSettings.USUAL).sites();
        bind(outcomes, sites, block, scored);
        outcomes.take(0);
        outcomes.draw(0, DRAWS, tiers, scores);
        assertThat(scores).as("of full value").containsOnly(new double[] {102.5}, within(1e-9));
        outcomes.take(1);
        outcomes.draw(0, DRAWS, tiers, scores);
        assertThat(Arrays.stream(scores).average().orElseThrow()).isCloseTo(scored.ranking(1), within(0.1));
        assertThat(Arrays.stream(scores).distinct().count()).isGreaterThan(DRAWS / 2);
    }
}
