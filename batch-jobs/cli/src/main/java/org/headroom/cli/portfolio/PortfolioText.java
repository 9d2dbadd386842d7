package org.headroom.cli.portfolio;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.Table;
import org.headroom.decide.grid.GridNode;
import org.headroom.decide.portfolio.Ends;
import org.headroom.decide.portfolio.Portfolio;
import org.headroom.decide.portfolio.SiteFigures;

/** Prints a portfolio for people. */
public final class PortfolioText {
    private static final double MILLION = 1e6;
    private static final int WIDEST = 60;

    private final Surroundings surroundings;
    private final PrintWriter out;

    /** Prints to there. */
    public PortfolioText(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    /** Prints all of it. */
    public void print(Portfolio portfolio) {
        Portfolio.SiteSet set = portfolio.set();
        Table table = new Table(
                ">RANK",
                ">TIER",
                "SITE",
                "NAME",
                "STATE",
                ">SCORE",
                ">FROM",
                ">TO",
                ">MW",
                ">DRAWN",
                "NODE",
                ">HEADROOM MW",
                ">MONTHS",
                ">MUSD/YEAR");
        for (SiteFigures site : set.sites()) {
            table.add(
                    Integer.toString(site.rank()),
                    Integer.toString(site.tier()),
                    shortened(site.siteId()),
                    site.name().equals(site.siteId()) ? "" : shortened(site.name()),
                    site.stateCode(),
                    fixed(site.score()),
                    fixed(site.scoreLow()),
                    fixed(site.scoreHigh()),
                    plain(site.mw()),
                    plain(site.drawnMw()),
                    node(site),
                    plain(site.headroomMw()),
                    range(site.monthsLow(), site.monthsHigh(), 1),
                    range(site.usdPerYearLow(), site.usdPerYearHigh(), MILLION));
        }
        table.print(surroundings);
        out.println(set.sites().size() + " sites, " + plain(set.mw()) + " MW, sum of scores " + fixed(set.score())
                + " ["
                + fixed(set.scoreLow()) + ".." + fixed(set.scoreHigh()) + "]"
                + (Double.isNaN(set.usdPerYearHigh())
                        ? ""
                        : ", " + range(set.usdPerYearLow(), set.usdPerYearHigh(), MILLION) + " million USD a year"));
        out.println(proof(portfolio));
        out.println("Of what is only known to lie between two figures the "
                + (portfolio.ends() == Ends.WORST ? "worse" : "better") + " one counts. " + counts(portfolio));
        portfolio.notes().forEach(note -> out.println("Note: " + note + "."));
        alternates(portfolio);
        misses(portfolio);
        shared(portfolio);
    }

    private static String proof(Portfolio portfolio) {
        String looked = " (" + portfolio.nodes() + " partial sets looked at).";
        return portfolio.isProved()
                ? "Proved: no other set is worth more, optimality gap 0" + looked
                : String.format(
                        Locale.ROOT,
                        "Not proved to be the best: another set may be worth up to %.3f points more, optimality gap"
                                + " %.3f %%%s",
                        portfolio.gapPoints(),
                        100
                                * portfolio.gapPoints()
                                / Math.max(1e-9, portfolio.set().score()),
                        looked);
    }

    private static String counts(Portfolio portfolio) {
        List<String> left = new ArrayList<>();
        new TreeMap<>(portfolio.leftOut()).forEach((answer, count) -> left.add(count + " " + answer));
        return portfolio.candidates() + " sites could be chosen, " + portfolio.out() + " are out by themselves"
                + (left.isEmpty() ? "" : ", not looked at by their gates: " + String.join(", ", left)) + ".";
    }

    private void alternates(Portfolio portfolio) {
        if (portfolio.alternates().isEmpty()) {
            return;
        }
        out.println();
        Table table = new Table("NEXT BEST", ">SCORE", ">LESS", ">MW", "OUT", "IN");
        int number = 1;
        for (Portfolio.SiteSet other : portfolio.alternates()) {
            table.add(
                    Integer.toString(++number),
                    fixed(other.score()),
                    fixed(portfolio.set().score() - other.score()),
                    plain(other.mw()),
                    without(portfolio.set(), other),
                    without(other, portfolio.set()));
        }
        table.print(surroundings);
    }

    private static String without(Portfolio.SiteSet all, Portfolio.SiteSet those) {
        List<String> ids = those.sites().stream().map(SiteFigures::siteId).toList();
        return String.join(
                ", ",
                all.sites().stream()
                        .map(SiteFigures::siteId)
                        .filter(id -> !ids.contains(id))
                        .map(PortfolioText::shortened)
                        .toList());
    }

    private void misses(Portfolio portfolio) {
        if (portfolio.nearMisses().isEmpty()) {
            return;
        }
        out.println();
        out.println("Out, by rank; LOSS is what the best set with it is worth less:");
        Table table = new Table(">RANK", "SITE", ">SCORE", ">LOSS", "WHY");
        for (Portfolio.NearMiss miss : portfolio.nearMisses()) {
            String loss = Double.isNaN(miss.lossPoints())
                    ? "-"
                    : (miss.isLossProved() ? "" : "<= ") + fixed(miss.lossPoints());
            table.add(
                    Integer.toString(miss.site().rank()),
                    shortened(miss.site().label()),
                    fixed(miss.site().score()),
                    loss,
                    String.join("; ", miss.reasons()));
        }
        table.print(surroundings);
    }

    private void shared(Portfolio portfolio) {
        if (portfolio.shared().isEmpty()) {
            return;
        }
        out.println();
        out.println("What hits several at once:");
        Table table = new Table("SHARED", "WHICH", ">SITES", ">MW", ">SCORE", "SITES");
        for (Portfolio.SharedCause cause : portfolio.shared()) {
            table.add(
                    cause.what(),
                    cause.name(),
                    Integer.toString(cause.siteIds().size()),
                    plain(cause.mw()),
                    fixed(cause.score()),
                    String.join(", ", cause.siteIds()));
        }
        table.print(surroundings);
    }

    private static String node(SiteFigures site) {
        GridNode node = site.node();
        if (node == null) {
            return "unknown";
        }
        return shortened(node.label()) + (node.zone().isEmpty() ? "" : ", zone " + node.zone());
    }

    private static String shortened(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
    }

    private static String range(double low, double high, double unit) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return "unknown";
        }
        return low == high ? plain(low / unit) : plain(low / unit) + ".." + plain(high / unit);
    }

    private static String fixed(double points) {
        return String.format(Locale.ROOT, "%.3f", points);
    }

    private static String plain(double value) {
        return Double.isNaN(value)
                ? "unknown"
                : BigDecimal.valueOf(value)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
