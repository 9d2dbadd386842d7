package org.headroom.decide.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.headroom.decide.MadeUpRun;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets of made-up runs, in which the score is what a site was given. */
class PortfolioTest {
    @TempDir
    private Path folder;

    private final MadeUpRun made = new MadeUpRun();

    private PublishedRun run() {
        return made.publish(folder.resolve("2026-06-01-1"));
    }

    private static List<String> ids(Portfolio portfolio) {
        return portfolio.set().sites().stream().map(SiteFigures::siteId).toList();
    }

    private static String reasons(Portfolio portfolio, String siteId) {
        return portfolio.nearMisses().stream()
                .filter(miss -> miss.site().siteId().equals(siteId))
                .findFirst()
                .map(miss -> String.join("; ", miss.reasons()))
                .orElse("");
    }

    private static Asks ask(int sites) {
        return new Asks(PortfolioAsk.of(sites));
    }

    /** A question that is changed step by step. */
    private record Asks(PortfolioAsk ask) {
        Asks mw(double mw) {
            return with(OptionalDouble.of(mw), ask.perState(), ask.apartKm(), ask.budgetUsdPerYear(), ask.date());
        }

        Asks perState(int most) {
            return with(ask.mw(), OptionalInt.of(most), ask.apartKm(), ask.budgetUsdPerYear(), ask.date());
        }

        Asks apartKm(double km) {
            return with(ask.mw(), ask.perState(), OptionalDouble.of(km), ask.budgetUsdPerYear(), ask.date());
        }

        Asks budget(double usd) {
            return with(ask.mw(), ask.perState(), ask.apartKm(), OptionalDouble.of(usd), ask.date());
        }

        Asks date(String day) {
            return with(ask.mw(), ask.perState(), ask.apartKm(), ask.budgetUsdPerYear(), LocalDate.parse(day));
        }

        private Asks with(
                OptionalDouble mw, OptionalInt perState, OptionalDouble apart, OptionalDouble budget, LocalDate date) {
            return new Asks(new PortfolioAsk(
                    ask.sites(),
                    mw,
                    perState,
                    apart,
                    budget,
                    date,
                    ask.headroom(),
                    ask.unknownHeadroomMw(),
                    "",
                    ask.ends(),
                    ask.wholeRight(),
                    ask.gates(),
                    ask.scoreAlone(),
                    ask.alternates(),
                    ask.nearMisses()));
        }

        Asks grid(OptionalDouble unknownMw, Ends ends, boolean wholeRight) {
            return new Asks(new PortfolioAsk(
                    ask.sites(),
                    ask.mw(),
                    ask.perState(),
                    ask.apartKm(),
                    ask.budgetUsdPerYear(),
                    ask.date(),
                    ask.headroom(),
                    unknownMw,
                    "",
                    ends,
                    wholeRight,
                    ask.gates(),
                    ask.scoreAlone(),
                    ask.alternates(),
                    ask.nearMisses()));
        }
    }

    private static Portfolio find(PublishedRun run, Asks asks) {
        return PortfolioFinder.find(run, asks.ask());
    }

    @Test
    void twoSitesOfOneSubstationThatHoldsOneAreNeverBothIn() {
        made.site("a", 90).node("sub", 150);
        made.site("b", 80).node("sub", 150);
        made.site("c", 70).node("other", 150);
        Portfolio found = find(run(), ask(2));
        assertThat(ids(found)).containsExactly("a", "c");
        assertThat(found.isProved()).isTrue();
        assertThat(found.gapPoints()).isZero();
        assertThat(found.set().score()).isEqualTo(160);
        assertThat(reasons(found, "b")).isEqualTo("node sub has 150 MW: Site a (a)");
        assertThat(found.nearMisses().get(0).lossPoints()).isEqualTo(10);
        assertThat(found.alternates().get(0).sites())
                .extracting(SiteFigures::siteId)
                .containsExactly("b", "c");
        assertThat(found.alternates()).hasSize(1);
    }

    @Test
    void twoSitesOfOneZoneThatHoldsOneAreNeverBothIn() {
        made.zone("one", "Z").zone("two", "Z");
        made.site("a", 90).node("one", 150);
        made.site("b", 80).node("two", 150);
        made.site("c", 70).node("free", 300);
        made.site("d", 60).node("free", 300);
        made.site("e", 50).node("free", 300);
        Portfolio found = find(run(), ask(4));
        assertThat(ids(found)).containsExactly("a", "c", "d", "e");
        assertThat(reasons(found, "b")).isEqualTo("zone Z has 150 MW: Site a (a)");
    }

    @Test
    void aRightThatIsHeldDrawsNothing() {
        made.site("a", 90).node("sub", 150);
        made.site("b", 80).node("sub", 150).right(120, 120);
        made.site("c", 70).node("other", 150);
        assertThat(ids(find(run(), ask(2)))).containsExactly("a", "b");
    }

    @Test
    void whatIsSureOfARightIsAllThatDrawsNothing() {
        made.site("a", 90).node("sub", 150);
        made.site("b", 80).node("sub", 150).right(40, 120);
        made.site("c", 70).node("other", 150);
        Portfolio found = find(run(), ask(2));
        assertThat(ids(found)).containsExactly("a", "c");
        assertThat(found.nearMisses().get(0).site().drawnMw()).isEqualTo(60);
    }

    @Test
    void unknownHeadroomHoldsOneSiteOrWhatItIsSaidToHold() {
        made.site("a", 90).node("sub", Double.NaN);
        made.site("b", 80).node("sub", Double.NaN);
        made.site("c", 70).node("other", 150);
        PublishedRun run = run();
        Portfolio found = find(run, ask(2));
        assertThat(ids(found)).containsExactly("a", "c");
        assertThat(String.join(" ", found.notes())).contains("the headroom where 1 of 2 connect is not known");
        assertThat(ids(find(run, ask(2).grid(OptionalDouble.of(200), Ends.WORST, false))))
                .containsExactly("a", "b");
        assertThat(ids(find(run, ask(1).grid(OptionalDouble.of(0), Ends.WORST, false))))
                .containsExactly("c");
    }

    @Test
    void sitesOfUnknownNodesThatMayMeanTheSameOneAreNotBothIn() {
        made.site("a", 90).at(-100, 30).with("distanceToInterconnectionKm", 0, 6);
        made.site("b", 80).at(-100.1, 30).with("distanceToInterconnectionKm", 0, 6);
        made.site("c", 70).at(-99, 30).with("distanceToInterconnectionKm", 0, 6);
        Portfolio found = find(run(), ask(2));
        assertThat(ids(found)).containsExactly("a", "c");
        assertThat(reasons(found, "b")).contains("may be meant for the substation of Site a (a), as it lies 9.6 km");
    }

    @Test
    void theEndThatIsAskedForCounts() {
        made.site("a", 90).node("sub", 150, 220);
        made.site("b", 80).node("sub", 150, 220);
        made.site("c", 70).node("other", 60, 150);
        made.site("d", 60).node("third", 150);
        PublishedRun run = run();
        assertThat(ids(find(run, ask(2)))).containsExactly("a", "d");
        assertThat(ids(find(run, ask(2).grid(OptionalDouble.empty(), Ends.BEST, false))))
                .containsExactly("a", "b");
    }

    @Test
    void keepsToStatesDistanceAndBudget() {
        made.site("a", 90).at(-100, 30).with("siteCostUsdPerMwYear", 1e6, 2e6);
        made.site("b", 80).at(-100.3, 30).with("siteCostUsdPerMwYear", 1e6, 1e6);
        made.site("c", 70).at(-90, 30).with("siteCostUsdPerMwYear", 1e6, 1e6);
        made.site("d", 60).at(-80, 30).in("OH").with("siteCostUsdPerMwYear", 1e6, 1e6);
        made.site("e", 95).at(-70, 30).in("OH");
        PublishedRun run = run();
        assertThat(ids(find(run, ask(2).apartKm(50)))).containsExactly("e", "a");
        Portfolio far = find(run, ask(3).apartKm(50));
        assertThat(ids(far)).containsExactly("e", "a", "c");
        assertThat(reasons(far, "b")).isEqualTo("28.9 km from Site a (a)");
        Portfolio states = find(run, ask(2).perState(1));
        assertThat(ids(states)).containsExactly("e", "a");
        assertThat(reasons(states, "d")).isEqualTo("OH has its 1: Site e (e)");
        Portfolio cheap = find(run, ask(2).budget(2e8));
        assertThat(ids(cheap)).containsExactly("b", "c");
        assertThat(reasons(cheap, "a")).contains("too much for the budget of 200000000 USD a year");
        assertThat(reasons(cheap, "e")).isEqualTo("what it costs is not known");
    }

    @Test
    void aBetterTierStandsBeforeAnyScore() {
        made.site("a", 30);
        made.site("b", 20);
        made.site("behind", 99).with("doubt", 1, 1);
        PublishedRun run = run();
        Portfolio found = find(run, ask(2));
        assertThat(ids(found)).containsExactly("a", "b");
        assertThat(reasons(found, "behind"))
                .isEqualTo("stands in tier 2, which the ranking puts behind all scores of the set");
        PortfolioAsk usual = PortfolioAsk.of(2);
        assertThat(ids(PortfolioFinder.find(
                        run,
                        new PortfolioAsk(
                                2,
                                usual.mw(),
                                usual.perState(),
                                usual.apartKm(),
                                usual.budgetUsdPerYear(),
                                null,
                                usual.headroom(),
                                usual.unknownHeadroomMw(),
                                "",
                                null,
                                false,
                                usual.gates(),
                                true,
                                3,
                                10))))
                .containsExactly("a", "behind");
    }

    @Test
    void keepsToTheDate() {
        made.site("a", 90).with("timeToPowerMonthsP50", 20, 40);
        made.site("b", 80).with("timeToPowerMonthsP50", 10, 20);
        made.site("c", 70);
        PublishedRun run = run();
        Portfolio soon = find(run, ask(1).date("2028-06-01"));
        assertThat(ids(soon)).containsExactly("b");
        assertThat(reasons(soon, "a")).isEqualTo("has power after 40 months, later than the 24 that are left");
        assertThat(reasons(soon, "c")).isEqualTo("when it has power is not known");
        assertThatThrownBy(() -> find(run, ask(1).date("2026-05-01")))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("lies before the evaluation date");
    }

    @Test
    void saysWhatTheRunHasNotMeasured() {
        made.site("a", 90);
        PublishedRun run = run();
        assertThatThrownBy(() -> find(run, ask(1).date("2028-06-01")))
                .hasMessage("--date needs the criterion timeToPowerMonthsP50, which run 2026-06-01-1 has not measured");
        assertThatThrownBy(() -> find(run, ask(1).budget(1)))
                .hasMessageContaining("--budget needs the criterion siteCostUsdPerMwYear");
    }

    @Test
    void mwTogetherMakeItTakeLargerSites() {
        made.site("a", 90).right(30, 30);
        made.site("b", 80).right(100, 100);
        made.site("c", 70).right(300, 300);
        PublishedRun run = run();
        assertThat(ids(find(run, ask(2).mw(200)))).containsExactly("b", "c");
        assertThat(ids(find(run, ask(2).mw(330).grid(OptionalDouble.empty(), Ends.WORST, true))))
                .containsExactly("a", "c");
        assertThatThrownBy(() -> find(run, ask(2).mw(300)))
                .hasMessageContaining("the largest 2 hold 200 MW, not 300")
                .satisfies(e -> assertThat(((HeadroomException) e).advice())
                        .contains("There are sets without --mw.", "--whole-right"));
    }

    @Test
    void anImpossibleQuestionNamesWhatHelps() {
        made.site("a", 90).at(-100, 30);
        made.site("b", 80).at(-100.3, 30);
        made.site("c", 70).at(-90, 30).in("OH");
        made.site("d", 0).at(-80, 30).in("NY");
        PublishedRun run = run();
        assertThatThrownBy(() -> find(run, ask(3).apartKm(50)))
                .hasMessageContaining("there is no set of 3 sites")
                .satisfies(e -> assertThat(((HeadroomException) e).advice())
                        .isEqualTo("There are sets without --apart-km, or with --sites 2."));
        assertThatThrownBy(() -> find(run, ask(4)))
                .hasMessageContaining("3 sites may be chosen of 3 that are not excluded")
                .satisfies(
                        e -> assertThat(((HeadroomException) e).advice()).isEqualTo("There are sets with --sites 3."));
    }

    @Test
    void threeThousandCandidatesAreSolvedAndProved() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 3_000; i++) {
            made.site(String.format("s%04d", i), 1 + 99 * random.nextDouble())
                    .in("S" + random.nextInt(50))
                    .at(-120 + 50 * random.nextDouble(), 28 + 20 * random.nextDouble())
                    .with("siteCostUsdPerMwYear", 1e6, 1e6 + 1e6 * random.nextDouble())
                    .node("n" + random.nextInt(600), 50 * (2 + random.nextInt(4)));
        }
        Portfolio found = find(run(), ask(8).perState(2).apartKm(200).budget(11e8));
        assertThat(found.isProved()).isTrue();
        assertThat(found.set().sites()).hasSize(8);
        assertThat(found.alternates()).hasSize(3);
        List<Double> scores = new ArrayList<>(List.of(found.set().score()));
        found.alternates().forEach(set -> scores.add(set.score()));
        assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
}
