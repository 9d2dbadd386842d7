package org.headroom.decide.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headroom.decide.grid.GridNodes;
import org.headroom.decide.portfolio.choice.ChoiceSolver;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** Says in one message why no set of sites satisfies all that is asked, and what would have to give way. */
final class Impossible {
    /** Enough to find a set where there are many; where none is found, nothing is claimed. */
    private static final long MOST_WORK = 20_000_000;

    private final List<SiteFigures> candidates;
    private final GridNodes nodes;
    private final PortfolioAsk ask;
    private final Ends ends;
    private final double months;

    Impossible(List<SiteFigures> candidates, GridNodes nodes, PortfolioAsk ask, Ends ends, double months) {
        this.candidates = candidates;
        this.nodes = nodes;
        this.ask = ask;
        this.ends = ends;
        this.months = months;
    }

    HeadroomException failure(Shared shared, boolean isProved) {
        int size = shared.sites().size();
        List<String> helps = new ArrayList<>();
        for (PortfolioAsk.Wish wish : PortfolioAsk.Wish.values()) {
            if (ask.has(wish) && isPossible(ask.without(wish))) {
                helps.add("without " + wish.option());
            }
        }
        StringBuilder message = new StringBuilder(isProved ? "there is no set of " : "no set was found of ")
                .append(ask.sites())
                .append(ask.sites() == 1 ? " site" : " sites")
                .append(" that satisfies all that is asked: ")
                .append(size)
                .append(size == 1 ? " site may" : " sites may")
                .append(" be chosen of ")
                .append(candidates.size())
                .append(" that are not excluded");
        shared.out().values().stream().findFirst().ifPresent(why -> message.append(" (")
                .append(shared.out().size())
                .append(" are out by themselves, the first because ")
                .append(why)
                .append(")"));
        double largestMw = largestMw(shared);
        if (ask.mw().isPresent() && size >= ask.sites() && largestMw < ask.mw().getAsDouble()) {
            message.append("; the largest ")
                    .append(ask.sites())
                    .append(" hold ")
                    .append(Text.number(largestMw))
                    .append(" MW, not ")
                    .append(Text.number(ask.mw().getAsDouble()));
        }
        int fewer = most(ask);
        if (fewer > 0) {
            helps.add("with --sites " + fewer);
        }
        String more = ask.has(PortfolioAsk.Wish.MW) && !ask.wholeRight()
                ? " With --whole-right facilities count with all of the right that they hold; a run for a larger load"
                        + " counts more for new land."
                : "";
        return new HeadroomException(
                FailureFamily.CONFIG,
                message.toString(),
                helps.isEmpty()
                        ? "Ask for less, or rank with a smaller load: no single option that was given stands in the"
                                + " way alone."
                        : "There are sets " + String.join(", or ", helps) + "." + more);
    }

    private boolean isPossible(PortfolioAsk other) {
        double monthsThen = other.date() == null ? Double.NaN : months;
        Shared shared = new Shared(candidates, nodes, other, ends, monthsThen);
        return !ChoiceSolver.solve(shared.problem(), 1, MOST_WORK).sets().isEmpty();
    }

    /** The largest smaller number of sites of which a set is found, 0 for none. */
    private int most(PortfolioAsk of) {
        int low = 0;
        int high = of.sites();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isPossible(of.withSites(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double largestMw(Shared shared) {
        long[] ascending = shared.mw();
        Arrays.sort(ascending);
        return Shared.mw(Arrays.stream(ascending, Math.max(0, ascending.length - ask.sites()), ascending.length)
                .sum());
    }
}
