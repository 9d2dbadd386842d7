package org.headroom.decide.portfolio;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.headroom.model.GateAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a portfolio.
 *
 * @param sites how many sites, at least 1
 * @param mw MW AC that they shall hold together at least; empty for any
 * @param perState most sites in a state; empty for any number
 * @param apartKm no two are nearer than this, km; empty for any distance
 * @param budgetUsdPerYear what they may cost together a year, USD; empty for any sum
 * @param date day on which each has its power; null for any
 * @param headroom id of the criterion whose figure, with its deciding record, limits a node, in MW
 * @param unknownHeadroomMw what counts where that is unknown, MW; empty for no more than one site that draws from there
 * @param unknownHeadroomSource where that figure comes from, for people; empty for whoever asks
 * @param ends which end of an interval counts; null for what goes with the run's policy
 * @param wholeRight whether a facility counts with all of the import right that it holds, not only with the MW asked for
 * @param gates answers of all gates together that a site may have; {@link GateAnswer#FAIL} is never taken
 * @param scoreAlone whether the sum of scores alone decides; else, as in the ranking, the smaller sum of tiers comes first
 * @param alternates how many of the next best sets are wanted
 * @param nearMisses how many of the sites that are out are explained
 */
public record PortfolioAsk(
        int sites,
        OptionalDouble mw,
        OptionalInt perState,
        OptionalDouble apartKm,
        OptionalDouble budgetUsdPerYear,
        @Nullable LocalDate date,
        String headroom,
        OptionalDouble unknownHeadroomMw,
        String unknownHeadroomSource,
        @Nullable Ends ends,
        boolean wholeRight,
        Set<GateAnswer> gates,
        boolean scoreAlone,
        int alternates,
        int nearMisses) {
    /** The criterion with what operators publish. */
    public static final String PUBLISHED_HEADROOM = "publishedHeadroomMw";

    public PortfolioAsk {
        gates = Set.copyOf(gates);
    }

    /** So many sites, under no limits but those of the grid. */
    public static PortfolioAsk of(int sites) {
        return new PortfolioAsk(
                sites,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                null,
                PUBLISHED_HEADROOM,
                OptionalDouble.empty(),
                "",
                null,
                false,
                Set.of(GateAnswer.PASS, GateAnswer.CONDITIONAL, GateAnswer.UNKNOWN),
                false,
                3,
                10);
    }

    PortfolioAsk withSites(int otherSites) {
        return new PortfolioAsk(
                otherSites,
                mw,
                perState,
                apartKm,
                budgetUsdPerYear,
                date,
                headroom,
                unknownHeadroomMw,
                unknownHeadroomSource,
                ends,
                wholeRight,
                gates,
                scoreAlone,
                alternates,
                nearMisses);
    }

    PortfolioAsk without(Wish wish) {
        return new PortfolioAsk(
                sites,
                wish == Wish.MW ? OptionalDouble.empty() : mw,
                wish == Wish.PER_STATE ? OptionalInt.empty() : perState,
                wish == Wish.APART ? OptionalDouble.empty() : apartKm,
                wish == Wish.BUDGET ? OptionalDouble.empty() : budgetUsdPerYear,
                wish == Wish.DATE ? null : date,
                headroom,
                unknownHeadroomMw,
                unknownHeadroomSource,
                ends,
                wholeRight,
                gates,
                scoreAlone,
                alternates,
                nearMisses);
    }

    boolean has(Wish wish) {
        return switch (wish) {
            case MW -> mw.isPresent();
            case PER_STATE -> perState.isPresent();
            case APART -> apartKm.isPresent();
            case BUDGET -> budgetUsdPerYear.isPresent();
            case DATE -> date != null;
        };
    }

    /** What may be asked for beside the number of sites, by the option that asks for it. */
    enum Wish {
        MW("--mw"),
        PER_STATE("--per-state"),
        APART("--apart-km"),
        BUDGET("--budget"),
        DATE("--date");

        private final String option;

        Wish(String option) {
            this.option = option;
        }

        String option() {
            return option;
        }
    }
}
