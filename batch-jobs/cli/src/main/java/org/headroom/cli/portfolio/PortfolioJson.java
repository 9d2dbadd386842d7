package org.headroom.cli.portfolio;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.cli.show.JsonLines;
import org.headroom.decide.grid.GridNode;
import org.headroom.decide.portfolio.Portfolio;
import org.headroom.decide.portfolio.SiteFigures;
import org.jspecify.annotations.Nullable;

/** Prints a portfolio as JSON, an object a line, told apart by {@code type}; what is not known is null. */
public final class PortfolioJson {
    private final PrintWriter out;

    /** Prints to there. */
    public PortfolioJson(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints all of it.
     *
     * @param run name of the run
     */
    public void print(String run, Portfolio portfolio) {
        Map<String, Object> head = set("portfolio", portfolio.set());
        head.put("run", run);
        head.put("ends", portfolio.ends().name());
        head.put("isProved", portfolio.isProved());
        head.put("gapPoints", portfolio.gapPoints());
        head.put("nodes", portfolio.nodes());
        head.put("candidates", portfolio.candidates());
        head.put("outByThemselves", portfolio.out());
        head.put("leftOutByGates", new TreeMap<>(portfolio.leftOut()));
        head.put("notes", portfolio.notes());
        JsonLines.print(out, head);
        portfolio.set().sites().forEach(site -> JsonLines.print(out, site("site", site)));
        int number = 1;
        for (Portfolio.SiteSet other : portfolio.alternates()) {
            Map<String, Object> line = set("alternate", other);
            line.put("place", ++number);
            line.put("lossPoints", portfolio.set().score() - other.score());
            JsonLines.print(out, line);
        }
        for (Portfolio.NearMiss miss : portfolio.nearMisses()) {
            Map<String, Object> line = site("nearMiss", miss.site());
            line.put("reasons", miss.reasons());
            line.put("lossPoints", known(miss.lossPoints()));
            line.put("isLossProved", miss.isLossProved());
            JsonLines.print(out, line);
        }
        for (Portfolio.SharedCause cause : portfolio.shared()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("type", "shared");
            line.put("what", cause.what());
            line.put("name", cause.name());
            line.put("siteIds", cause.siteIds());
            line.put("mw", cause.mw());
            line.put("score", cause.score());
            JsonLines.print(out, line);
        }
    }

    private static Map<String, Object> set(String type, Portfolio.SiteSet set) {
        Map<String, Object> line = new LinkedHashMap<>();
        List<String> ids = set.sites().stream().map(SiteFigures::siteId).toList();
        line.put("type", type);
        line.put("siteIds", ids);
        line.put("score", set.score());
        line.put("scoreLow", set.scoreLow());
        line.put("scoreHigh", set.scoreHigh());
        line.put("mw", set.mw());
        put(line, "usdPerYearLow", set.usdPerYearLow());
        put(line, "usdPerYearHigh", set.usdPerYearHigh());
        return line;
    }

    private static Map<String, Object> site(String type, SiteFigures site) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.put("rank", site.rank());
        line.put("tier", site.tier());
        line.put("siteId", site.siteId());
        line.put("name", site.name());
        line.put("stateCode", site.stateCode());
        line.put("longitude", site.longitude());
        line.put("latitude", site.latitude());
        line.put("score", site.score());
        line.put("scoreLow", site.scoreLow());
        line.put("scoreHigh", site.scoreHigh());
        line.put("mw", site.mw());
        line.put("drawnMw", site.drawnMw());
        GridNode node = site.node();
        line.put("nodeLayer", node == null ? null : node.layer());
        line.put("nodeId", node == null ? null : node.recordId());
        line.put("headroomZoneId", node == null || node.zone().isEmpty() ? null : node.zone());
        put(line, "headroomMw", site.headroomMw());
        put(line, "timeToPowerMonthsP50Low", site.monthsLow());
        put(line, "timeToPowerMonthsP50High", site.monthsHigh());
        put(line, "usdPerYearLow", site.usdPerYearLow());
        put(line, "usdPerYearHigh", site.usdPerYearHigh());
        return line;
    }

    private static void put(Map<String, Object> line, String key, double value) {
        line.put(key, known(value));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
