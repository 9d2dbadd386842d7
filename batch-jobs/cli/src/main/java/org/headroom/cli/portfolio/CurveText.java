package org.headroom.cli.portfolio;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.decide.curve.SupplyCurve;

/** Prints supply curves. */
public final class CurveText {
    private static final int MOST_LINES = 25;

    private final Surroundings surroundings;
    private final PrintWriter out;

    /** Prints to there. */
    public CurveText(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    /** Prints a curve as a table of at most some two dozen lines. */
    public void print(SupplyCurve curve) {
        Table table = new Table(
                ">" + curve.by().unit().toUpperCase(Locale.ROOT),
                ">SITES SURE",
                ">SITES AT MOST",
                ">MW SURE",
                ">MW AT MOST");
        List<SupplyCurve.Point> points = curve.points();
        int step = Math.max(1, (points.size() + MOST_LINES - 1) / MOST_LINES);
        for (int i = 0; i < points.size(); i++) {
            boolean isLastOfStep = (i + 1) % step == 0;
            boolean isLastKnown = i + 1 == points.size() || points.get(i + 1).value() == null;
            if (isLastOfStep || isLastKnown || points.get(i).value() == null) {
                add(table, points.get(i));
            }
        }
        out.println(curve.scope() + ", by " + curve.by().column()
                + (curve.by().isHigherBetter() ? ", this or more" : ", this or less") + ":");
        table.print(surroundings);
    }

    private static void add(Table table, SupplyCurve.Point point) {
        Double value = point.value();
        table.add(
                value == null ? "unknown" : plain(value),
                Integer.toString(point.sitesLow()),
                Integer.toString(point.sitesHigh()),
                plain(point.mwLow()),
                plain(point.mwHigh()));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Prints all points of a curve as JSON, a point a line; the value is null for the sites of which it is not known. */
    public void printJson(String run, SupplyCurve curve) {
        for (SupplyCurve.Point point : curve.points()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("run", run);
            line.put("scope", curve.scope());
            line.put("by", curve.by().column());
            line.put("unit", curve.by().unit());
            line.put("value", point.value());
            line.put("sitesLow", point.sitesLow());
            line.put("sitesHigh", point.sitesHigh());
            line.put("mwLow", point.mwLow());
            line.put("mwHigh", point.mwHigh());
            JsonLines.print(out, line);
        }
    }
}
