package org.headroom.report.draw;

import java.util.List;
import org.headroom.report.data.Curve;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;

/** A supply curve as SVG: MW against what it runs along, sure and possible, with its axes named. */
public final class CurveSvg {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 200;
    private static final double LEFT = 62;
    private static final double BOTTOM = 34;
    private static final double TOP = 10;
    private static final double RIGHT = 12;

    private final List<Curve.Point> points;
    private final double from;
    private final double to;
    private final double most;

    private CurveSvg(List<Curve.Point> points) {
        this.points = points;
        from = points.get(0).value();
        to = points.get(points.size() - 1).value();
        most = points.stream().mapToDouble(Curve.Point::mwHigh).max().orElse(0);
    }

    /** Draws it; nothing where no value is known. */
    public static void draw(Html html, Curve curve, String axis) {
        List<Curve.Point> known = curve.points().stream()
                .filter(point -> !Double.isNaN(point.value()))
                .toList();
        if (known.size() > 1) {
            new CurveSvg(known).draw(html, axis + ", " + curve.unit());
        }
    }

    private void draw(Html html, String axis) {
        html.open(
                "svg",
                "class",
                "curve",
                "viewBox",
                "0 0 420 200",
                "role",
                "img",
                "aria-label",
                "MW by " + axis + ": from " + Figures.fixed(from, 0) + " to " + Figures.fixed(to, 0) + " there are "
                        + Figures.range(
                                points.get(points.size() - 1).mwLow(),
                                points.get(points.size() - 1).mwHigh(),
                                0)
                        + " MW");
        html.shape(
                "path",
                "class",
                "axis",
                "d",
                "M" + Svg.number(LEFT) + " " + Svg.number(TOP) + "V" + Svg.number(HEIGHT - BOTTOM) + "H"
                        + Svg.number(WIDTH - RIGHT));
        html.shape("path", "class", "curve-high", "d", path(true));
        html.shape("path", "class", "curve-low", "d", path(false));
        label(html, Figures.fixed(from, 0), LEFT, HEIGHT - BOTTOM + 14, "start");
        label(html, Figures.fixed(to, 0), WIDTH - RIGHT, HEIGHT - BOTTOM + 14, "end");
        label(html, axis, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle");
        label(html, Figures.fixed(most, 0), LEFT - 4, TOP + 8, "end");
        label(html, "0 MW", LEFT - 4, HEIGHT - BOTTOM, "end");
        html.close();
    }

    private static void label(Html html, String text, double x, double y, String anchor) {
        html.line("text", text, "x", Svg.number(x), "y", Svg.number(y), "text-anchor", anchor, "class", "axis-text");
    }

    private String path(boolean isHigh) {
        StringBuilder path = new StringBuilder();
        double before = 0;
        for (Curve.Point point : points) {
            double mw = isHigh ? point.mwHigh() : point.mwLow();
            double x = LEFT + (to == from ? 0 : (point.value() - from) / (to - from)) * (WIDTH - RIGHT - LEFT);
            path.append(path.isEmpty() ? "M" : "H").append(Svg.number(x));
            if (path.charAt(0) == 'M' && path.indexOf("V") < 0) {
                path.append(' ').append(Svg.number(y(before)));
            }
            path.append('V').append(Svg.number(y(mw)));
            before = mw;
        }
        return path.toString();
    }

    private double y(double mw) {
        return HEIGHT - BOTTOM - (most == 0 ? 0 : mw / most) * (HEIGHT - BOTTOM - TOP);
    }
}
