package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.headroom.model.EvidenceClass;
import org.headroom.model.GateAnswer;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.rule.Truth;
import org.headroom.spi.MeasurementBlock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden values were computed by hand from the tables in {@link TestPolicy}. */
class ScorerTest {
    private static Policy policy;

    @BeforeAll
    static void load(@TempDir Path folder) {
        policy = new TestPolicy(folder).load();
    }

    private static MeasurementBlock known(int size) {
        MeasurementBlock block = TestPolicy.measurements(size);
        for (int i = 0; i < size; i++) {
            block.column("distanceKm").set(i, 20, EvidenceClass.REPORTED);
            block.column("kv").set(i, 138, EvidenceClass.REPORTED);
            block.column("count").set(i, -1, EvidenceClass.REPORTED);
            block.column("priceUsdPerMwh").set(i, 65, EvidenceClass.REPORTED);
            block.column("free").set(i, 0, EvidenceClass.REPORTED);
            block.column("ban").set(i, 0, EvidenceClass.REPORTED);
        }
        return block;
    }

    private static ScoreBlock score(SitesByAttribute sites, MeasurementBlock block) {
        ScoreBlock out = policy.newScoreBlock(sites.size());
        policy.scorer().score(sites, block, out);
        return out;
    }

    private static int rule(String name) {
        return policy.rules().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow()
                .index();
    }

    private static int gate(String name) {
        return policy.gates().indexOf(name);
    }

    @Test
    void everythingKnownGivesOneScore() {
        ScoreBlock out = score(new SitesByAttribute(1), known(1));
        // 40 * 0.4 + 20 * 0.8 + 30 * (1 - 2 * 0.25^2) + 10 * 1; t = (65 - 200) / (20 - 200) = 0.75
        assertThat(out.lower(0)).isCloseTo(16 + 16 + 26.25 + 10, within(1e-9)).isEqualTo(out.upper(0));
        assertThat(out.ranking(0)).isEqualTo(out.lower(0));
        assertThat(out.gate(0)).isEqualTo(GateAnswer.PASS);
        assertThat(out.tier(0)).isEqualTo(1);
        assertThat(out.confidenceFraction(0)).isEqualTo(1);
        assertThat(out.family(0, 0)).isCloseTo(32.0 / 60, within(1e-12));
        assertThat(out.family(2, 0)).isEqualTo(1);
    }

    @Test
    void theSevererGateWinsAndAnExcludedSiteKeepsItsScore() {
        MeasurementBlock block = known(3);
        block.column("ban").set(0, 2, EvidenceClass.REPORTED);
        block.column("ban").set(1, 1, EvidenceClass.REPORTED);
        block.column("kv").set(1, 34.5, EvidenceClass.REPORTED);
        block.column("ban").set(2, 1, EvidenceClass.REPORTED);
        ScoreBlock out = score(new SitesByAttribute(3), block);
        assertThat(out.gate(0)).isEqualTo(GateAnswer.FAIL);
        assertThat(out.tier(0)).isEqualTo(ScoreBlock.EXCLUDED_TIER);
        assertThat(out.lower(0)).isGreaterThan(50);
        assertThat(out.gate(1)).isEqualTo(GateAnswer.FAIL);
        assertThat(out.gateAnswer(gate("ban"), 1)).isEqualTo(GateAnswer.CONDITIONAL);
        assertThat(out.gateAnswer(gate("grid"), 1)).isEqualTo(GateAnswer.FAIL);
        assertThat(out.gate(2)).isEqualTo(GateAnswer.CONDITIONAL);
        assertThat(out.tier(2)).isEqualTo(2);
    }

    @Test
    void unknownIsNeitherZeroNorAPass() {
        MeasurementBlock block = known(2);
        block.column("ban").clear();
        block.column("ban").set(1, 0, EvidenceClass.REPORTED);
        block.column("kv").clear();
        ScoreBlock out = score(new SitesByAttribute(2), block);
        assertThat(out.gateAnswer(gate("ban"), 0)).isEqualTo(GateAnswer.UNKNOWN);
        assertThat(out.gateAnswer(gate("ban"), 1)).isEqualTo(GateAnswer.PASS);
        assertThat(out.gate(1)).isEqualTo(GateAnswer.UNKNOWN);
        assertThat(out.tier(1)).isEqualTo(2);
        assertThat(out.isUndecided(0, rule("ban in force"))).isTrue();
        assertThat(out.isFired(0, rule("ban in force"))).isFalse();
        assertThat(out.upper(1) - out.lower(1)).isCloseTo(20, within(1e-9));
        assertThat(out.confidenceFraction(1)).isCloseTo(0.8, within(1e-12));
        assertThat(out.family(2, 0)).isNaN();
    }

    @Test
    void aMissingAttributeOfAnotherOriginDecidesNothing() {
        SitesByAttribute sites = new SitesByAttribute(3)
                .with(1, "origin", "BROWNFIELD")
                .with(2, "origin", "BROWNFIELD")
                .with(2, "contractedCapacityMw", 150);
        ScoreBlock out = score(sites, known(3));
        assertThat(out.gateAnswer(gate("size"), 0)).isEqualTo(GateAnswer.PASS);
        assertThat(out.isUndecided(0, rule("large mine"))).isFalse();
        assertThat(out.gateAnswer(gate("size"), 1)).isEqualTo(GateAnswer.UNKNOWN);
        assertThat(out.isUndecided(1, rule("large mine"))).isTrue();
        assertThat(out.upper(1)).isEqualTo(out.lower(1) + 4);
        assertThat(out.gateAnswer(gate("size"), 2)).isEqualTo(GateAnswer.PASS);
        assertThat(out.lower(2)).isEqualTo(out.lower(0) + 4);
    }

    @Test
    void anIntervalDecidesOnlyWhenAllOfItAgrees() {
        MeasurementBlock block = known(3);
        block.column("priceUsdPerMwh").setInterval(0, 160, 180, EvidenceClass.ESTIMATED);
        block.column("priceUsdPerMwh").setInterval(1, 140, 180, EvidenceClass.ESTIMATED);
        block.column("priceUsdPerMwh").setInterval(2, 100, 150, EvidenceClass.FALLBACK);
        ScoreBlock out = score(new SitesByAttribute(3), block);
        int dear = rule("dear energy");
        assertThat(out.isFired(0, dear)).isTrue();
        assertThat(out.tier(0)).isEqualTo(3);
        assertThat(out.isFired(1, dear)).isFalse();
        assertThat(out.isUndecided(1, dear)).isTrue();
        assertThat(out.tier(1)).isEqualTo(1);
        assertThat(out.isUndecided(2, dear)).isFalse();
        assertThat(out.confidenceFraction(2)).isCloseTo(0.7, within(1e-12));
        // t at 140 = 1/3, at 180 = 1/9: 30 * 2 t^2, and the malus of 3 only in the lower bound.
        assertThat(out.upper(1) - out.lower(1)).isCloseTo(60.0 / 9 - 60.0 / 81 + 3, within(1e-9));
    }

    /** The compiled rules hold exactly where three-valued logic says TRUE, for known, unknown and interval values alike. */
    @Test
    void compiledRulesAgreeWithKleene() {
        int size = 5_000;
        SitesByAttribute sites = new SitesByAttribute(size);
        MeasurementBlock block = TestPolicy.random(size, sites, 7);
        ScoreBlock out = score(sites, block);
        boolean[] all = new boolean[policy.vocabulary().fields().all().size()];
        Arrays.fill(all, true);
        FactBlock facts = new FactBlock(policy.vocabulary().fields(), all);
        facts.bind(sites, block, new RuleBits(size, 1));
        int[] seen = new int[3];
        for (int row = 0; row < size; row++) {
            for (var rule : policy.rules()) {
                Truth truth = rule.condition().truth(facts, row);
                seen[truth.ordinal()]++;
                assertThat(out.isFired(row, rule.index()))
                        .as("%s at %s", rule.name(), row)
                        .isEqualTo(truth == Truth.TRUE);
                assertThat(out.isUndecided(row, rule.index())).isEqualTo(truth == Truth.UNKNOWN);
            }
        }
        assertThat(Arrays.stream(seen).min().getAsInt()).isGreaterThan(1_000);
    }

    @Test
    void twoThreadsGiveTheSameBitsAsOne() throws Exception {
        int size = 2_500;
        SitesByAttribute sites = new SitesByAttribute(size);
        MeasurementBlock block = TestPolicy.random(size, sites, 11);
        ScoreBlock alone = score(sites, block);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<ScoreBlock> first = threads.submit(() -> score(sites, block));
            Future<ScoreBlock> second = threads.submit(() -> score(sites, block));
            for (ScoreBlock other : List.of(first.get(), second.get())) {
                assertThat(other.storage().lower()).isEqualTo(alone.storage().lower());
                assertThat(other.storage().fired()).isEqualTo(alone.storage().fired());
                assertThat(other.storage().undecided())
                        .isEqualTo(alone.storage().undecided());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aScorerIsUsedAgainForASmallerBlock() {
        Scorer scorer = policy.scorer();
        ScoreBlock out = policy.newScoreBlock(1_500);
        SitesByAttribute large = new SitesByAttribute(1_500);
        scorer.score(large, TestPolicy.random(1_500, large, 3), out);
        scorer.score(new SitesByAttribute(1), known(1), out);
        assertThat(out.lower(0))
                .isEqualTo(score(new SitesByAttribute(1), known(1)).lower(0));
    }
}
