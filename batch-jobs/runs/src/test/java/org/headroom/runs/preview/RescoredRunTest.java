package org.headroom.runs.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.reading.RankBy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Truth;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.TinyEdits;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.runs.file.Folders;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.spi.MeasurementBlock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a rescored run gives for a policy is what a run with that policy has, bit by bit; what the run cannot tell is refused by name. */
class RescoredRunTest {
    private static final int RUNS = 3;

    private static Path out;
    private static final PublishedRun[] PUBLISHED = new PublishedRun[RUNS];
    private static int folders;

    @BeforeAll
    @BeforeContainer
    static void publish() throws IOException {
        out = Files.createTempDirectory("rescored");
        TinyPolicy policy = TinyPolicy.write(out.resolve("policy"));
        for (int seed = 0; seed < RUNS; seed++) {
            PUBLISHED[seed] = new TinyRun(seed, policy).withoutTables().publish(out.resolve("2026-06-01-" + seed));
        }
    }

    @AfterAll
    @AfterContainer
    static void delete() throws IOException {
        Folders.delete(out);
    }

    private static Path newFolder() {
        return out.resolve("2026-06-02-" + ++folders);
    }

    private static void assertIsNextRun(int seed, TinyPolicy policy, int threads) {
        PublishedRun next = new TinyRun(seed, policy).withoutTables().publish(newFolder());
        try (RescoredRun old = new RescoredRun(PUBLISHED[seed], TinyRun.modules(), threads);
                RescoredRun made = new RescoredRun(next, TinyRun.modules(), 1)) {
            PolicyRanking shown = old.rankedBy(policy.folder());
            PolicyRanking expected = made.published();
            assertThat(shown.size()).isEqualTo(TinyRun.SITES);
            for (int site = 0; site < shown.size(); site++) {
                assertThat(standing(shown, site)).as("site " + site).isEqualTo(standing(expected, site));
                assertThat(shown.siteAt(shown.place(site))).isEqualTo(site);
            }
        }
    }

    /** Boxed doubles are equal when their bits are. */
    private static List<Object> standing(PolicyRanking ranking, int site) {
        return List.of(
                ranking.place(site),
                ranking.score(site),
                ranking.gate(site),
                ranking.tier(site),
                ranking.isExcluded(site),
                ranking.reason(site));
    }

    @Property(tries = 15, seed = "20260601", shrinking = ShrinkingMode.OFF)
    void anyEditOfWeightsAnchorsAndSettingsGivesTheNextRun(
            @ForAll long seed,
            @ForAll @IntRange(max = RUNS - 1) int run,
            @ForAll @IntRange(min = 1, max = 2) int threads) {
        assertIsNextRun(run, TinyEdits.write(newFolder(), new SplittableRandom(seed)), threads);
    }

    @Test
    void anEditOfAGateABonusAndATierGivesTheNextRun() {
        TinyPolicy edited = TinyPolicy.write(newFolder())
                .edit(TinyPolicy.RULES, text -> text.replace("kv < 69", "kv < 139")
                        .replace(">= 100", ">= 200")
                        .replace("bonus(4,", "bonus(1.25,")
                        .replace("tier(3,", "tier(2,"));
        assertIsNextRun(1, edited, 1);
    }

    @Test
    void thePolicyOfTheRunChangesNothing() {
        try (RescoredRun run = new RescoredRun(PUBLISHED[0], TinyRun.modules(), 2)) {
            PolicyRanking published = run.published();
            PolicyRanking again = run.rankedBy(out.resolve("policy"));
            for (int site = 0; site < published.size(); site++) {
                assertThat(standing(again, site)).isEqualTo(standing(published, site));
            }
            assertThat(again.hits().gates()).isEqualTo(published.hits().gates());
            assertThat(again.hits().rules())
                    .extracting(RuleHits.Rule::holds, RuleHits.Rule::undecided, RuleHits.Rule::best)
                    .isEqualTo(published.hits().rules().stream()
                            .map(rule -> tuple(rule.holds(), rule.undecided(), rule.best()))
                            .toList());
        }
    }

    /** Counted again from the conditions as they were read, without the engine that ranks. */
    @Test
    void hitsAreWhatTheConditionsSay() {
        int outweighed = 0;
        int hidden = 0;
        for (PublishedRun published : PUBLISHED) {
            try (RescoredRun run = new RescoredRun(published, TinyRun.modules(), 2)) {
                PolicyRanking ranking = run.rankedBy(out.resolve("policy"));
                FactBlock facts = facts(run, published, ranking.policy());
                for (RuleHits.Rule hit : ranking.hits().rules()) {
                    List<Integer> holding = new ArrayList<>();
                    int undecided = 0;
                    for (int site = 0; site < TinyRun.SITES; site++) {
                        Truth truth = hit.rule().condition().truth(facts, site);
                        undecided += truth == Truth.UNKNOWN ? 1 : 0;
                        if (truth == Truth.TRUE) {
                            holding.add(site);
                        }
                    }
                    assertThat(hit.holds()).as(hit.rule().name()).isEqualTo(holding.size());
                    assertThat(hit.undecided()).as(hit.rule().name()).isEqualTo(undecided);
                    assertThat(holding).containsAll(hit.best());
                    assertThat(hit.best()).hasSize(Math.min(3, holding.size()));
                    holding.forEach(site -> assertThat(hit.best().contains(site)
                                    || ranking.tier(site)
                                            > ranking.tier(hit.best().get(2))
                                    || ranking.score(site)
                                            <= ranking.score(hit.best().get(2)))
                            .isTrue());
                    outweighed += hit.outweighed();
                    assertThat(hit.outweighed()).isEqualTo((int) holding.stream()
                            .filter(site -> hit.rule().isGate()
                                    ? ranking.gate(site).compareTo(hit.rule().answer()) > 0
                                    : ranking.isExcluded(site)
                                            || hit.rule().points() == 0
                                                    && ranking.tier(site)
                                                            > hit.rule().tier())
                            .count());
                }
                for (RuleHits.Gate gate : ranking.hits().gates()) {
                    assertThat(gate.pass() + gate.conditional() + gate.unknown() + gate.fail())
                            .isEqualTo(TinyRun.SITES);
                    assertThat(gate.hidden()).isLessThanOrEqualTo(gate.conditional() + gate.unknown());
                    hidden += gate.hidden();
                }
            }
        }
        assertThat(outweighed).isPositive();
        assertThat(hidden).isPositive();
    }

    private static FactBlock facts(RescoredRun run, PublishedRun published, Policy policy) {
        boolean[] used = new boolean[policy.vocabulary().fields().all().size()];
        for (CheckedRule rule : policy.rules()) {
            rule.condition().leaves().forEach(leaf -> {
                if (leaf.field() != null) {
                    used[leaf.field().slot()] = true;
                }
            });
        }
        Set<String> needed = policy.vocabulary().fields().all().stream()
                .filter(field -> field.criterion() && used[field.slot()])
                .map(SiteField::name)
                .collect(Collectors.toSet());
        FactBlock facts = new FactBlock(policy.vocabulary().fields(), used);
        try (RunColumns columns = new RunColumns(published.explanationFiles(), needed)) {
            MeasurementBlock measured = columns.newBlock(TinyRun.SITES);
            columns.read(0, TinyRun.SITES, measured);
            facts.bind(
                    run.sites().block(0, TinyRun.SITES),
                    measured,
                    new RuleBits(TinyRun.SITES, policy.rules().size()));
        }
        return facts;
    }

    private static void assertRefused(PublishedRun run, TinyPolicy policy, String... words) {
        try (RescoredRun open = new RescoredRun(run, TinyRun.modules(), 1)) {
            assertThatThrownBy(() -> open.rankedBy(policy.folder()))
                    .isInstanceOfSatisfying(HeadroomException.class, refused -> {
                        assertThat(refused.family()).isEqualTo(FailureFamily.POLICY);
                        assertThat(refused).hasMessageContainingAll(words);
                        assertThat(refused.advice()).contains("headroom rank");
                    });
        }
    }

    private static TinyPolicy edited(String file, UnaryOperator<String> change) {
        return TinyPolicy.write(newFolder()).edit(file, change);
    }

    @Test
    void whatTheRunHasNotMeasuredIsRefusedByName() {
        PublishedRun few = new TinyRun(0, new TinyPolicy(out.resolve("policy")))
                .measuring("distanceKm", "kv", "priceUsdPerMwh", "ban")
                .withoutTables()
                .publish(newFolder());
        String missing = "criterion publishedHeadroomMw of module grid-tie";
        TinyPolicy ruled =
                edited(TinyPolicy.RULES, text -> text.replace("priceUsdPerMwh > 150", "publishedHeadroomMw < 10"));
        assertRefused(few, ruled, missing, few.name(), "tiny 1.0.0");
        TinyPolicy weighed = edited(TinyPolicy.GRID, text -> text.replace("weight: 0.4", "weight: 0.3") + """
                  - criterion: publishedHeadroomMw
                    weight: 0.1
                    value: {piecewiseLinear: [[0, 0], [100, 1]]}
                    reasoning: more is better
                    source: test
                """);
        assertRefused(few, weighed, missing);
        assertIsNextRun(0, ruled, 1);
        assertIsNextRun(0, weighed, 1);
        try (RescoredRun run = new RescoredRun(few, TinyRun.modules(), 1)) {
            assertThat(run.rankedBy(out.resolve("policy")).size()).isEqualTo(TinyRun.SITES);
        }
    }

    @Test
    void anotherParameterOfMeasuringIsRefusedByName() {
        for (Map.Entry<String, String> edit : Map.of(
                        "value: 50|value: 35", "price reachKm is 35 km, in the run 50 km",
                        "value: north|value: south", "price zone is south, in the run north",
                        "2024-10|2024-11", "price reachKm has asOf 2024-11")
                .entrySet()) {
            String[] change = edit.getKey().split("\\|");
            assertRefused(
                    PUBLISHED[0],
                    edited(TinyPolicy.PARAMETERS, text -> text.replace(change[0], change[1])),
                    edit.getValue());
        }
    }

    @Test
    void anotherSourceOfAParameterOrAParameterThatNothingNeedsIsNotRefused() {
        assertIsNextRun(2, edited(TinyPolicy.PARAMETERS, text -> text.replace("source: test", "source: book")), 1);
        TinyPolicy withoutPrice = edited(TinyPolicy.PARAMETERS, text -> text.replace("value: 50", "value: 35"))
                .edit(TinyPolicy.REST, text -> text.replace("weight: 0.3", "weight: 0"))
                .edit(TinyPolicy.GRID, text -> text.replace("weight: 0.4", "weight: 0.7"))
                .edit(TinyPolicy.RULES, text -> text.replace("priceUsdPerMwh > 150", "kv > 150"));
        assertIsNextRun(2, withoutPrice, 1);
    }

    private static void assertDamaged(PublishedRun run, String word) {
        try (RescoredRun open = new RescoredRun(run, TinyRun.modules(), 1)) {
            assertThatThrownBy(open::published).isInstanceOfSatisfying(HeadroomException.class, told -> {
                assertThat(told.family()).isEqualTo(FailureFamily.DATA);
                assertThat(told).hasMessageContainingAll("run " + run.name() + " is damaged", word);
                assertThat(told.advice()).contains("runs verify");
            });
        }
    }

    @Test
    void aDamagedRunIsToldAsSuch() throws IOException {
        TinyRun made = new TinyRun(0, new TinyPolicy(out.resolve("policy"))).withoutTables();
        PublishedRun run = made.publish(newFolder());
        byte[] order = Files.readAllBytes(run.explanationFiles().order());
        byte[] twice = order.clone();
        System.arraycopy(order, 0, twice, Integer.BYTES, Integer.BYTES);
        Files.write(run.explanationFiles().order(), twice);
        assertDamaged(run, "every site once");
        try (OrderFile file = OrderFile.open(run.explanationFiles().order())) {
            assertThat(file.size()).isEqualTo(TinyRun.SITES);
        }
        Files.write(run.explanationFiles().order(), Arrays.copyOf(order, order.length - Integer.BYTES));
        assertDamaged(run, "49 sites, not 50");
        Files.write(run.explanationFiles().order(), order);
        made.changeScores(run, scores -> scores.gate()[7] = 4);
        assertDamaged(run, "the answer 4");
        new ScoreLayout(1, List.of(), List.of(), RankBy.MIDDLE, 0)
                .write(run.explanationFiles().scores());
        assertDamaged(run, "another policy");
    }

    @Test
    void aRunOfAModuleThatIsNotInstalledIsRefused() {
        assertThatThrownBy(() -> new RescoredRun(PUBLISHED[0], TinyRun.modules().subList(0, 2), 1))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("was measured by module law with the criteria [ban]; installed now: []");
    }
}
