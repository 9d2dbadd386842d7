package org.headroom.report.draw;

import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;

/**
 * A score as a bar: from its worst to its best, with a mark where it ranks.
 *
 * @param minimum score at the left end
 * @param maximum score at the right end
 */
public record IntervalBar(double minimum, double maximum) {
    private static final double WIDTH = 120;

    /** Draws it. */
    public void draw(Html html, double score, double low, double high) {
        html.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 120 12",
                "width",
                "120",
                "height",
                "12",
                "role",
                "img",
                "aria-label",
                Figures.fixed(score, 1) + " of " + Figures.fixed(maximum, 0) + ", from " + Figures.fixed(low, 1)
                        + " to " + Figures.fixed(high, 1));
        html.shape("rect", "class", "bar-ground", "x", "0", "y", "5", "width", "120", "height", "2");
        html.shape(
                "rect",
                "class",
                "bar-range",
                "x",
                Svg.number(at(low)),
                "y",
                "3",
                "width",
                Svg.number(Math.max(1, at(high) - at(low))),
                "height",
                "6");
        html.shape(
                "rect",
                "class",
                "bar-point",
                "x",
                Svg.number(Math.max(0, at(score) - 1)),
                "y",
                "0",
                "width",
                "2.5",
                "height",
                "12");
        html.close();
    }

    private double at(double score) {
        double share = (score - minimum) / (maximum - minimum);
        return WIDTH * Math.max(0, Math.min(1, share));
    }
}
