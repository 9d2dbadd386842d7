package org.headroom.runs.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.headroom.model.FailureFamily;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;
import org.headroom.runs.RunColumns;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.runs.file.Folders;
import org.headroom.workbench.whatif.Bar;

/** What a site sees of all others in a run is what a look at every one of them gives. */
class OtherSitesTest {
    private static final int SITES = TinyRun.SITES;
    private static final List<String> RANK_BY = List.of("LOWER_BOUND", "UPPER_BOUND", "MIDDLE");

    private static Path out;
    private static final List<PublishedRun> RUNS = new ArrayList<>();
    private static RunWhatIf first;

    @BeforeContainer
    static void publish() throws IOException {
        out = Files.createTempDirectory("others");
        for (String rankBy : RANK_BY) {
            TinyPolicy policy = TinyPolicy.write(out.resolve(rankBy));
            Path settings = policy.folder().resolve(TinyPolicy.SETTINGS);
            Files.writeString(settings, Files.readString(settings).replace("LOWER_BOUND", rankBy));
            RUNS.add(new TinyRun(3, policy).withoutTables().publish(out.resolve("2026-06-01-" + RUNS.size())));
        }
        first = new RunWhatIf(RUNS.get(0), new TinyPolicy(out.resolve(RANK_BY.get(0))).load());
    }

    @AfterContainer
    static void delete() throws IOException {
        RUNS.clear();
        Folders.delete(out);
    }

    /** What decides the order of a site; the site itself is known by the place of its id. */
    private record Key(int tier, double score, int idPlace) {
        static final Comparator<Key> ORDER = Comparator.comparingInt(Key::tier)
                .thenComparing(Key::score, Comparator.reverseOrder())
                .thenComparing(Key::idPlace);
    }

    private static List<Key> keys(RunColumns run) {
        byte[] tiers = new byte[SITES];
        double[] ranking = new double[SITES];
        int[] idPlaces = new int[SITES];
        run.readTiers(0, SITES, tiers);
        run.readRanking(0, SITES, ranking);
        run.readIdPlaces(0, SITES, idPlaces);
        List<Key> keys = new ArrayList<>();
        for (int site = 0; site < SITES; site++) {
            double score = ranking[site];
            keys.add(new Key(tiers[site], tiers[site] == ScoreBlock.EXCLUDED_TIER ? 0 : score, idPlaces[site]));
        }
        return keys;
    }

    @Property(tries = 300, seed = "20260601", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void rankAndBarAreThoseOfAllSites(
            @ForAll @IntRange(max = 2) int published,
            @ForAll @IntRange(max = SITES - 1) int site,
            @ForAll @IntRange(min = 1, max = SITES + 3) int top,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (RunColumns run = new RunColumns(RUNS.get(published).explanationFiles())) {
            List<Key> others = keys(run);
            Key own = others.remove(site);
            others.sort(Key.ORDER);
            OtherSites seen = new OtherSites(run, site, run.order().find(site), top);
            if (top > others.size()) {
                assertThat(seen.bar()).isEqualTo(Bar.NONE);
            } else {
                Key last = others.get(top - 1);
                assertThat(seen.bar()).isEqualTo(new Bar(last.tier(), last.score(), own.idPlace() < last.idPlace()));
            }
            assertThat(seen.rank(own.tier(), own.score())).isEqualTo(run.order().find(site) + 1L);
            for (int i = 0; i < 10; i++) {
                // As good as another site, a little better or worse, or anything.
                Key other = others.get(random.nextInt(others.size()));
                int tier = random.nextInt(4) == 0 ? ScoreBlock.EXCLUDED_TIER : other.tier();
                double score =
                        switch (random.nextInt(4)) {
                            case 0 -> Math.nextUp(other.score());
                            case 1 -> Math.nextDown(other.score());
                            case 2 -> random.nextDouble(110);
                            default -> other.score();
                        };
                Key wanted = new Key(tier, tier == ScoreBlock.EXCLUDED_TIER ? 0 : score, own.idPlace());
                long rank = 1
                        + others.stream()
                                .filter(o -> Key.ORDER.compare(o, wanted) < 0)
                                .count();
                assertThat(seen.rank(tier, score)).isEqualTo(rank);
                assertThat(seen.bar().isCleared(tier, score))
                        .isEqualTo(tier != ScoreBlock.EXCLUDED_TIER && rank <= Math.max(top, eligible(others, top)));
            }
        }
    }

    /** Where fewer than {@code top} others are not excluded, whoever is not excluded is among the first. */
    private static long eligible(List<Key> others, int top) {
        long eligible = others.stream()
                .filter(o -> o.tier() != ScoreBlock.EXCLUDED_TIER)
                .count();
        return eligible < top ? Long.MAX_VALUE : 0;
    }

    @Property(tries = 40, seed = "20260602", shrinking = ShrinkingMode.OFF)
    void whatIsFoundBringsTheSiteAcrossTheBar(
            @ForAll @IntRange(max = SITES - 1) int row, @ForAll @IntRange(min = 1, max = SITES) int top) {
        RankedRow site = first.run().head(SITES).get(row);
        WhatIf found = first.of(site.siteId(), top);
        boolean isIn = row < top && site.gate() != GateAnswer.FAIL;
        assertThat(found.rank()).isEqualTo(row + 1);
        assertThat(found.isIn()).isEqualTo(isIn);
        found.measurements()
                .forEach(change -> assertThat(change.tier() != ScoreBlock.EXCLUDED_TIER && change.rank() <= top)
                        .as("%s", change)
                        .isNotEqualTo(isIn));
        found.weights()
                .forEach(change ->
                        assertThat(change.rank() <= top).as("%s", change).isNotEqualTo(isIn));
        assertThat(found.measurement())
                .isEqualTo(found.measurements().stream().findFirst().orElse(null));
        assertThat(WhatIfText.of(found))
                .startsWith((isIn ? "What would push it out of" : "What would bring it among") + " the first " + top
                        + "; it is at rank " + (row + 1));
    }

    @Example
    void aSiteThatThereIsNotIsRefusedWithTheNearestId() {
        assertThatThrownBy(() -> first.of("s-7", 3)).isInstanceOfSatisfying(HeadroomException.class, told -> {
            assertThat(told.family()).isEqualTo(FailureFamily.CONFIG);
            assertThat(told).hasMessage("run 2026-06-01-0 has no site \"s-7\"; did you mean \"S-7\"?");
        });
    }
}
