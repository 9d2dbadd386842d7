package org.headroom.runs.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.headroom.runs.TinyEdits;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.runs.file.Folders;
import org.headroom.runs.store.SiteStore;

/** What a comparison counts adds up, and is what a look at every site gives. */
class RankingComparisonTest {
    private static final int SITES = TinyRun.SITES;

    private static Path out;
    private static RescoredRun run;
    private static PolicyRanking published;
    private static final List<PolicyRanking> OTHERS = new ArrayList<>();

    @BeforeContainer
    static void publish() throws IOException {
        out = Files.createTempDirectory("comparison");
        run = new RescoredRun(
                new TinyRun(5, TinyPolicy.write(out.resolve("policy")))
                        .withoutTables()
                        .publish(out.resolve("2026-06-01-1")),
                TinyRun.modules(),
                1);
        published = run.published();
        SplittableRandom random = new SplittableRandom(20260601);
        for (int i = 0; i < 8; i++) {
            TinyPolicy edited = TinyEdits.write(out.resolve("edited" + i), random);
            if (i > 4) {
                // Other gates and tiers; compiled anew.
                int kv = 30 + 36 * i % 140;
                edited.edit(TinyPolicy.RULES, text -> text.replace("kv < 69", "kv < " + kv)
                        .replace("ban == \"CONDITIONAL\"", "priceUsdPerMwh > 20")
                        .replace("priceUsdPerMwh > 150", "distanceKm > 20"));
            }
            OTHERS.add(run.rankedBy(edited.folder()));
        }
    }

    @AfterContainer
    static void delete() throws IOException {
        run.close();
        Folders.delete(out);
        OTHERS.clear();
    }

    private static int count(IntPredicate predicate) {
        return (int) IntStream.range(0, SITES).filter(predicate).count();
    }

    private static RankingComparison comparison(int one, int other, int top) {
        PolicyRanking before = one == OTHERS.size() ? published : OTHERS.get(one);
        return new RankingComparison(run, before, OTHERS.get(other), top, 5);
    }

    @Property(tries = 60, seed = "20260601", shrinking = ShrinkingMode.OFF)
    void countsAndListsAreThoseOfEverySite(
            @ForAll @IntRange(max = 8) int one,
            @ForAll @IntRange(max = 7) int other,
            @ForAll @IntRange(min = 1, max = 60) int top) {
        RankingComparison comparison = comparison(one, other, top);
        PolicyRanking before = comparison.before();
        PolicyRanking after = comparison.after();
        IntPredicate enters = site -> !before.isInTop(site, top) && after.isInTop(site, top);
        IntPredicate leaves = site -> before.isInTop(site, top) && !after.isInTop(site, top);
        assertThat(comparison.counts())
                .isEqualTo(new RankingComparison.Counts(
                        SITES,
                        count(site -> !before.isExcluded(site)),
                        count(site -> !after.isExcluded(site)),
                        count(site -> before.gate(site) != after.gate(site)),
                        count(site -> before.tier(site) != after.tier(site)),
                        count(site -> before.score(site) != after.score(site)),
                        count(site -> before.place(site) != after.place(site)),
                        count(enters),
                        count(leaves)));
        assertThat(comparison.gateFlips().stream().mapToLong(GateFlips::sites).sum())
                .isEqualTo(comparison.counts().gates());
        List<SiteChange> flips = new ArrayList<>();
        comparison.forEachFlip(SITES, flips::add);
        for (GateFlips line : comparison.gateFlips()) {
            assertThat(flips.stream()
                            .filter(flip -> flip.before().gate() == line.before()
                                    && flip.after().gate() == line.after())
                            .filter(flip -> line.reason()
                                    .equals(
                                            line.before().compareTo(line.after()) > 0
                                                    ? flip.before().reason()
                                                    : flip.after().reason()))
                            .count())
                    .isEqualTo(line.sites());
        }
        assertThat(ids(comparison.entersTop())).isEqualTo(ids(enters, after));
        assertThat(ids(comparison.leavesTop())).isEqualTo(ids(leaves, before));
        assertThat(comparison.largestMoves().stream().map(move -> Math.abs(move.rise())))
                .isEqualTo(IntStream.range(0, SITES)
                        .filter(site -> !before.isExcluded(site) && !after.isExcluded(site))
                        .map(site -> Math.abs(before.place(site) - after.place(site)))
                        .filter(rise -> rise > 0)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .limit(5)
                        .toList());
        comparison.commonByTop().forEach((size, common) -> assertThat(common)
                .isEqualTo(count(site -> before.isInTop(site, size) && after.isInTop(site, size))));
        assertThat(comparison.commonByTop()).containsKeys(10, top);
    }

    private static List<String> ids(List<SiteChange> changes) {
        return changes.stream().map(SiteChange::siteId).toList();
    }

    private static List<String> ids(IntPredicate which, PolicyRanking order) {
        SiteStore sites = run.sites();
        return IntStream.range(0, SITES)
                .map(order::siteAt)
                .filter(which)
                .mapToObj(sites::siteId)
                .toList();
    }

    @Property(tries = 60, seed = "20260602", shrinking = ShrinkingMode.OFF)
    void megawattsByStateAndByReasonAddUpToAll(
            @ForAll @IntRange(max = 8) int one,
            @ForAll @IntRange(max = 7) int other,
            @ForAll @IntRange(min = 1, max = 60) int top) {
        RankingComparison comparison = comparison(one, other, top);
        RankingComparison.Counts counts = comparison.counts();
        double[] mw = new double[SITES];
        try (KnownMw known = run.knownMw()) {
            known.read(0, SITES, mw);
        }
        PolicyRanking before = comparison.before();
        PolicyRanking after = comparison.after();
        for (MwLine.Scope scope : MwLine.Scope.values()) {
            MwLine all = lines(comparison, scope, MwLine.By.ALL).findFirst().orElseThrow();
            for (MwLine.By by : MwLine.By.values()) {
                assertThat(sum(comparison, scope, by, MwLine::gainedSites)).isEqualTo(all.gainedSites());
                assertThat(sum(comparison, scope, by, MwLine::lostSites)).isEqualTo(all.lostSites());
                assertThat(sum(comparison, scope, by, MwLine::gainedOfUnknownMw))
                        .isEqualTo(all.gainedOfUnknownMw());
                assertThat(sum(comparison, scope, by, MwLine::lostOfUnknownMw)).isEqualTo(all.lostOfUnknownMw());
                assertThat(sumMw(comparison, scope, by, MwLine::gainedMw)).isCloseTo(all.gainedMw(), within(1e-9));
                assertThat(sumMw(comparison, scope, by, MwLine::lostMw)).isCloseTo(all.lostMw(), within(1e-9));
            }
            boolean isTop = scope == MwLine.Scope.TOP;
            IntPredicate was = site -> isTop ? before.isInTop(site, top) : !before.isExcluded(site);
            IntPredicate is = site -> isTop ? after.isInTop(site, top) : !after.isExcluded(site);
            assertThat(all.gainedMw())
                    .isCloseTo(
                            IntStream.range(0, SITES)
                                    .filter(is.and(was.negate()))
                                    .mapToDouble(site -> Double.isNaN(mw[site]) ? 0 : mw[site])
                                    .sum(),
                            within(1e-9));
            assertThat(all.gainedSites() - all.lostSites()).isEqualTo(count(is) - count(was));
            assertThat(all.lostOfUnknownMw())
                    .isEqualTo(count(was.and(is.negate()).and(site -> Double.isNaN(mw[site]))));
        }
        assertThat(counts.eligibleAfter()).isEqualTo(count(site -> !after.isExcluded(site)));
    }

    private static Stream<MwLine> lines(RankingComparison comparison, MwLine.Scope scope, MwLine.By by) {
        return comparison.mw().stream().filter(line -> line.scope() == scope && line.by() == by);
    }

    private static long sum(
            RankingComparison comparison, MwLine.Scope scope, MwLine.By by, ToLongFunction<MwLine> count) {
        return lines(comparison, scope, by).mapToLong(count).sum();
    }

    private static double sumMw(
            RankingComparison comparison, MwLine.Scope scope, MwLine.By by, ToDoubleFunction<MwLine> mw) {
        return lines(comparison, scope, by).mapToDouble(mw).sum();
    }

    @Property(tries = 12, seed = "20260603", shrinking = ShrinkingMode.OFF)
    void theTableHasEverySiteOnceInTheOrderOfTheSecondRanking(
            @ForAll @IntRange(max = 8) int one, @ForAll @IntRange(max = 7) int other) throws IOException {
        RankingComparison comparison = comparison(one, other, 7);
        Path csv = out.resolve("changes.csv");
        new ChangesTable(run, comparison).writeCsv(csv);
        PolicyRanking before = comparison.before();
        PolicyRanking after = comparison.after();
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            rows = reader.stream().toList();
        }
        assertThat(rows).hasSize(SITES);
        for (int row = 0; row < SITES; row++) {
            NamedCsvRecord shown = rows.get(row);
            int site = after.siteAt(row);
            assertThat(shown.getField("siteId")).isEqualTo(run.sites().siteId(site));
            assertThat(shown.getField("rankAfter")).isEqualTo(Integer.toString(row + 1));
            assertThat(shown.getField("rankBefore")).isEqualTo(Integer.toString(before.place(site) + 1));
            assertThat(shown.getField("rise")).isEqualTo(Integer.toString(before.place(site) - row));
            assertThat(shown.getField("change"))
                    .isEqualTo(comparison.rankChange(site).name());
            assertThat(Double.valueOf(shown.getField("scoreBefore"))).isCloseTo(before.score(site), within(1e-6));
            assertThat(shown.getField("gateAfter")).isEqualTo(after.gate(site).name());
            assertThat(shown.getField("reasonAfter")).isEqualTo(after.reason(site));
        }
    }
}
