package org.headroom.decide.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.decide.portfolio.choice.ChoiceProblem;
import org.headroom.decide.portfolio.choice.ChoiceResult;
import org.headroom.decide.portfolio.choice.Forced;

/** Says of the sites of the best ranks that are not in the set why they are out, and what it would cost to have them in. */
final class NearMisses {
    private static final long MOST_WORK = 20_000_000;

    private final Shared shared;
    private final PortfolioAsk ask;
    private final ChoiceProblem problem;
    private final List<Integer> chosen;

    /** @param chosen places of the set among the sites that may be chosen */
    NearMisses(Shared shared, PortfolioAsk ask, ChoiceProblem problem, List<Integer> chosen) {
        this.shared = shared;
        this.ask = ask;
        this.problem = problem;
        this.chosen = chosen;
    }

    List<Portfolio.NearMiss> list() {
        Set<SiteFigures> in = chosen.stream().map(shared.sites()::get).collect(Collectors.toSet());
        Stream<SiteFigures> candidates = shared.sites().stream().filter(site -> !in.contains(site));
        return Stream.concat(
                        candidates.limit(ask.nearMisses()),
                        shared.out().keySet().stream().limit(ask.nearMisses()))
                .sorted(Comparator.comparingInt(SiteFigures::rank))
                .limit(ask.nearMisses())
                .map(this::miss)
                .toList();
    }

    private Portfolio.NearMiss miss(SiteFigures site) {
        String out = shared.out().get(site);
        if (out != null) {
            return new Portfolio.NearMiss(site, List.of(out), Double.NaN, true);
        }
        int place = shared.sites().indexOf(site);
        List<String> reasons = reasons(site, place);
        ChoiceResult with = Forced.with(problem, place, MOST_WORK);
        if (with.sets().isEmpty()) {
            if (with.isProved()) {
                reasons.add("no whole set has it");
            }
            return new Portfolio.NearMiss(site, reasons, Double.NaN, with.isProved());
        }
        int worstTier = chosen.stream()
                .mapToInt(i -> shared.sites().get(i).tier())
                .max()
                .orElse(site.tier());
        if (site.tier() > worstTier && !ask.scoreAlone()) {
            reasons.add("stands in tier " + site.tier() + ", which the ranking puts behind all scores of the set");
        }
        double loss = score(chosen) - score(with.sets().get(0).members());
        if (reasons.isEmpty()) {
            reasons.add(
                    loss > 0
                            ? "its score is lower than those of the set"
                            : "its score is that of one in the set, which stands before it");
        }
        return new Portfolio.NearMiss(site, reasons, loss, with.isProved());
    }

    private double score(List<Integer> places) {
        return places.stream().mapToDouble(i -> shared.sites().get(i).score()).sum();
    }

    private List<String> reasons(SiteFigures site, int place) {
        List<String> reasons = new ArrayList<>();
        for (int other : chosen) {
            SiteFigures in = shared.sites().get(other);
            String km = Text.number(Math.round(10 * Places.km(site, in)) / 10.0) + " km from " + in.label();
            if (shared.places().isTooNear(site, in)) {
                reasons.add(km);
            } else if (shared.places().mayShareNode(site, in)) {
                reasons.add("may be meant for the substation of " + in.label() + ", as it lies " + km
                        + ", and nobody says what is left there");
            }
        }
        for (SharedLimit shares : shared.limits()) {
            int at = Arrays.binarySearch(shares.limit().members(), place);
            if (at >= 0) {
                explain(shares, shares.limit().amounts()[at], reasons);
            }
        }
        ask.mw().ifPresent(wanted -> {
            double least = chosen.stream()
                    .mapToDouble(i -> shared.sites().get(i).mw())
                    .min()
                    .orElse(0);
            double all =
                    chosen.stream().mapToDouble(i -> shared.sites().get(i).mw()).sum();
            if (all - least + site.mw() < wanted) {
                reasons.add(
                        "holds " + Text.number(site.mw()) + " MW, too few for " + Text.number(wanted) + " together");
            }
        });
        return reasons;
    }

    private void explain(SharedLimit shares, long takes, List<String> reasons) {
        long taken = 0;
        List<String> by = new ArrayList<>();
        for (int other : chosen) {
            int at = Arrays.binarySearch(shares.limit().members(), other);
            if (at >= 0) {
                taken += shares.limit().amounts()[at];
                by.add(shared.sites().get(other).label());
            }
        }
        boolean isBudget = shares.kind() == SharedLimit.Kind.BUDGET;
        if (isBudget) {
            int last = chosen.get(chosen.size() - 1);
            taken -= shares.limit().amounts()[Arrays.binarySearch(shares.limit().members(), last)];
        }
        if (taken + takes > shares.limit().most()) {
            reasons.add(
                    isBudget
                            ? "costs " + Text.number(takes) + " USD a year, too much for " + shares.described()
                            : shares.described() + ": " + String.join(", ", by));
        }
    }
}
