package org.headroom.decide.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.headroom.decide.grid.GridNode;
import org.headroom.decide.grid.GridNodes;
import org.headroom.decide.portfolio.choice.ChoiceProblem;
import org.headroom.decide.portfolio.choice.Limit;

/** The limits of a question over the sites that may be chosen, and the sites that are out by themselves. */
final class Shared {
    /** Watts: whole numbers, so that no rounding decides what fits. */
    private static final double PARTS_OF_MW = 1e6;
    /** A millionth of a point. */
    private static final double PARTS_OF_POINT = 1e6;
    /** Points that a tier stands before the next: more than any score. */
    private static final double TIER_POINTS = 1_000;

    private final PortfolioAsk ask;
    private final Ends ends;
    private final GridNodes nodes;
    private final double months;
    private final Map<SiteFigures, String> out = new LinkedHashMap<>();
    private final List<SiteFigures> sites;
    private final List<SharedLimit> limits = new ArrayList<>();
    private final Places places;

    /**
     * @param candidates in the order of their ranks
     * @param months from the evaluation date to the day that is asked for; NaN for none
     */
    Shared(List<SiteFigures> candidates, GridNodes nodes, PortfolioAsk ask, Ends ends, double months) {
        this.ask = ask;
        this.ends = ends;
        this.nodes = nodes;
        this.months = months;
        Map<String, Double> zones = nodes.zones();
        sites = new ArrayList<>();
        for (SiteFigures site : candidates) {
            String why = whyOut(site, zones);
            if (why.isEmpty()) {
                sites.add(site);
            } else {
                out.put(site, why);
            }
        }
        addGrid(
                SharedLimit.Kind.NODE,
                site -> site.node() == null ? "" : Integer.toString(site.node().number()),
                zones);
        addGrid(
                SharedLimit.Kind.ZONE,
                site -> site.node() == null ? "" : site.node().zone(),
                zones);
        ask.perState().ifPresent(most -> groups(SiteFigures::stateCode, false)
                .forEach((state, members) -> limits.add(
                        new SharedLimit(SharedLimit.Kind.STATE, state, most, true, Limit.count(members, most)))));
        ask.budgetUsdPerYear()
                .ifPresent(budget -> limits.add(new SharedLimit(
                        SharedLimit.Kind.BUDGET,
                        "",
                        budget,
                        true,
                        new Limit(
                                range(),
                                sites.stream()
                                        .mapToLong(site -> (long) Math.ceil(usd(site)))
                                        .toArray(),
                                (long) Math.floor(budget)))));
        places = new Places(
                sites, ask.apartKm().orElse(0), ask.unknownHeadroomMw().orElse(Double.NaN));
    }

    private String whyOut(SiteFigures site, Map<String, Double> zones) {
        if (!Double.isNaN(months)) {
            double atSite = ends.ofCost(site.monthsLow(), site.monthsHigh());
            if (Double.isNaN(atSite)) {
                return "when it has power is not known";
            }
            if (atSite > months) {
                return "has power after " + Text.number(Math.round(atSite)) + " months, later than the "
                        + Text.number(Math.floor(months)) + " that are left";
            }
        }
        if (ask.budgetUsdPerYear().isPresent() && Double.isNaN(usd(site))) {
            return "what it costs is not known";
        }
        GridNode node = site.node();
        if (site.drawnMw() <= 0) {
            return "";
        }
        double unknownMw = ask.unknownHeadroomMw().orElse(Double.NaN);
        double nodeMw = node == null ? Double.NaN : nodes.headroomMw(node);
        double most = Double.isNaN(nodeMw) ? unknownMw : nodeMw;
        if (site.drawnMw() > most) {
            return Double.isNaN(nodeMw)
                    ? "the headroom " + (node == null ? "where it connects" : "of node " + node.label())
                            + " is not known and counted as " + Text.number(most) + " MW, less than the "
                            + Text.number(site.drawnMw()) + " MW that it draws"
                    : "node " + (node == null ? "" : node.label()) + " has " + Text.number(most) + " MW, less than the "
                            + Text.number(site.drawnMw()) + " MW that it draws";
        }
        double zoneMw =
                node == null || node.zone().isEmpty() ? Double.NaN : zones.getOrDefault(node.zone(), Double.NaN);
        double mostOfZone = Double.isNaN(zoneMw) ? unknownMw : zoneMw;
        if (node != null && !node.zone().isEmpty() && site.drawnMw() > mostOfZone) {
            return "zone " + node.zone() + " has " + Text.number(mostOfZone) + " MW, less than the "
                    + Text.number(site.drawnMw()) + " MW that it draws";
        }
        return "";
    }

    private double usd(SiteFigures site) {
        return ends.ofCost(site.usdPerYearLow(), site.usdPerYearHigh());
    }

    private void addGrid(SharedLimit.Kind kind, Function<SiteFigures, String> key, Map<String, Double> zones) {
        groups(key, true).forEach((name, members) -> {
            GridNode node = sites.get(members[0]).node();
            boolean isNode = kind == SharedLimit.Kind.NODE;
            double known = isNode && node != null ? nodes.headroomMw(node) : zones.getOrDefault(name, Double.NaN);
            double most = Double.isNaN(known) ? ask.unknownHeadroomMw().orElse(Double.NaN) : known;
            Limit limit = Double.isNaN(most)
                    ? Limit.count(members, 1)
                    : new Limit(
                            members,
                            Arrays.stream(members)
                                    .mapToLong(i -> Math.round(sites.get(i).drawnMw() * PARTS_OF_MW))
                                    .toArray(),
                            Math.round(most * PARTS_OF_MW));
            limits.add(new SharedLimit(
                    kind, isNode && node != null ? node.label() : name, most, !Double.isNaN(known), limit));
        });
    }

    /** Places of the sites with the same key, without those whose key is empty; in the order of the keys. */
    private Map<String, int[]> groups(Function<SiteFigures, String> key, boolean drawing) {
        Map<String, List<Integer>> byKey = new TreeMap<>();
        for (int i = 0; i < sites.size(); i++) {
            String of = key.apply(sites.get(i));
            if (!of.isEmpty() && (!drawing || sites.get(i).drawnMw() > 0)) {
                byKey.computeIfAbsent(of, k -> new ArrayList<>()).add(i);
            }
        }
        Map<String, int[]> groups = new LinkedHashMap<>();
        byKey.forEach((k, members) ->
                groups.put(k, members.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    private int[] range() {
        int[] all = new int[sites.size()];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** Those that may be chosen, in the order of their ranks. */
    List<SiteFigures> sites() {
        return sites;
    }

    /** Those that are out whatever else is chosen, with the reason. */
    Map<SiteFigures, String> out() {
        return out;
    }

    List<SharedLimit> limits() {
        return limits;
    }

    Places places() {
        return places;
    }

    /** What a site counts with in the budget, USD a year; NaN where it is not known. */
    double budgetUsd(SiteFigures site) {
        return usd(site);
    }

    /**
     * The problem: values are scores to a millionth of a point, less a thousand points a tier unless the score alone is to decide; of sets of the same score that with the smaller sum of places in the ranking is
     * better.
     */
    ChoiceProblem problem() {
        long unit = unit();
        long[] values = new long[sites.size()];
        Arrays.setAll(values, i -> points(sites.get(i)) * unit - i);
        return problem(ask.sites(), values);
    }

    /** The value of one millionth of a point. */
    long unit() {
        return (long) ask.sites() * sites.size() + 1;
    }

    private long points(SiteFigures site) {
        double behind = ask.scoreAlone() ? 0 : TIER_POINTS * (site.tier() - 1);
        return Math.round((site.score() - behind) * PARTS_OF_POINT);
    }

    /** Points of a value. */
    double points(double value) {
        return value / unit() / PARTS_OF_POINT;
    }

    private ChoiceProblem problem(int count, long[] values) {
        ChoiceProblem.Floor floor = ask.mw().isEmpty()
                ? null
                : new ChoiceProblem.Floor(mw(), Math.round(ask.mw().getAsDouble() * PARTS_OF_MW));
        return new ChoiceProblem(
                count, values, limits.stream().map(SharedLimit::limit).toList(), floor, places);
    }

    /** MW of each site in whole numbers. */
    long[] mw() {
        return sites.stream()
                .mapToLong(site -> Math.round(site.mw() * PARTS_OF_MW))
                .toArray();
    }

    /** MW of such a number. */
    static double mw(double parts) {
        return parts / PARTS_OF_MW;
    }
}
