package org.headroom.report.draw;

import org.headroom.model.GateAnswer;
import org.headroom.report.area.QuantisedShapes;
import org.headroom.report.data.SiteColumns;
import org.headroom.report.data.SiteNumber;
import org.headroom.report.safe.Html;
import org.jspecify.annotations.Nullable;

/**
 * A map of the sites as SVG, for print and where no script runs: equirectangular, true to scale in the middle. Excluded sites are grey, the first
 * N are numbered.
 */
public final class StillMap {
    private static final double WIDTH = 960;
    private static final double MARGIN = 12;
    private static final double LEAST_DEGREES = 0.02;
    private static final int MOST_DOTS = 10_000;
    /** Numbers in dots are left out where dots would lie on one another. */
    private static final double LABEL_APART = 13;

    private final SiteColumns columns;
    private final double west;
    private final double north;
    private final double eastScale;
    private final double northScale;
    private final double height;

    private StillMap(SiteColumns columns) {
        this.columns = columns;
        double[] box = {180, 90, -180, -90};
        for (int row = 0; row < columns.rows(); row++) {
            box[0] = Math.min(box[0], columns.number(row, SiteNumber.LONGITUDE));
            box[1] = Math.min(box[1], columns.number(row, SiteNumber.LATITUDE));
            box[2] = Math.max(box[2], columns.number(row, SiteNumber.LONGITUDE));
            box[3] = Math.max(box[3], columns.number(row, SiteNumber.LATITUDE));
        }
        double middle = StrictMath.cos(StrictMath.toRadians((box[1] + box[3]) / 2));
        double wide = Math.max(LEAST_DEGREES, (box[2] - box[0]) * middle);
        double high = Math.max(LEAST_DEGREES, box[3] - box[1]);
        double scale = Math.min((WIDTH - 2 * MARGIN) / wide, (WIDTH - 2 * MARGIN) / high);
        northScale = scale;
        eastScale = scale * middle;
        west = box[0];
        north = box[3];
        height = 2 * MARGIN + high * scale;
    }

    /** Draws it; a map without sites is none. */
    public static void draw(Html html, SiteColumns columns, @Nullable QuantisedShapes shapes, int topN) {
        if (columns.rows() > 0) {
            new StillMap(columns).draw(html, shapes, topN);
        }
    }

    private void draw(Html html, @Nullable QuantisedShapes shapes, int topN) {
        html.open(
                "svg",
                "id",
                "map-still",
                "viewBox",
                "0 0 " + Svg.number(WIDTH) + " " + Svg.number(height),
                "role",
                "img",
                "aria-label",
                "Map of the sites; the first " + Math.min(topN, columns.rows()) + " are numbered");
        if (shapes != null) {
            html.shape("path", "class", "state-line", "d", outlines(shapes));
        }
        html.shape("path", "class", "dot-out", "d", dots(topN, true));
        html.shape("path", "class", "dot", "d", dots(topN, false));
        numbered(html, topN);
        html.close();
    }

    private double x(double longitude) {
        return MARGIN + (longitude - west) * eastScale;
    }

    private double y(double latitude) {
        return MARGIN + (north - latitude) * northScale;
    }

    private String outlines(QuantisedShapes shapes) {
        StringBuilder path = new StringBuilder();
        for (int[] line : shapes.outlines()) {
            int[] points = QuantisedShapes.points(line);
            for (int i = 0; i < points.length; i += 2) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(Math.round(x(shapes.west() + points[i] * shapes.step())))
                        .append(' ')
                        .append(Math.round(y(shapes.south() + points[i + 1] * shapes.step())));
            }
        }
        return path.toString();
    }

    private String dots(int topN, boolean isOut) {
        StringBuilder path = new StringBuilder();
        for (int row = topN; row < Math.min(columns.rows(), MOST_DOTS); row++) {
            if (columns.gate(row) == GateAnswer.FAIL == isOut) {
                path.append('M')
                        .append(Svg.number(x(columns.number(row, SiteNumber.LONGITUDE)) - 1))
                        .append(' ')
                        .append(Svg.number(y(columns.number(row, SiteNumber.LATITUDE)) - 1))
                        .append(columns.isFacility(row) ? "l2 0l-1 -2z" : "h2v2h-2z");
            }
        }
        return path.toString();
    }

    private void numbered(Html html, int topN) {
        int count = Math.min(topN, columns.rows());
        for (int row = count - 1; row >= 0; row--) {
            double x = x(columns.number(row, SiteNumber.LONGITUDE));
            double y = y(columns.number(row, SiteNumber.LATITUDE));
            html.shape(
                    "circle",
                    "class",
                    columns.isFacility(row) ? "dot-top kind-mine" : "dot-top kind-land",
                    "cx",
                    Svg.number(x),
                    "cy",
                    Svg.number(y),
                    "r",
                    "8");
            if (isFree(row, x, y)) {
                html.line(
                        "text",
                        Integer.toString(row + 1),
                        "x",
                        Svg.number(x),
                        "y",
                        Svg.number(y + 3.5),
                        "text-anchor",
                        "middle",
                        "class",
                        "dot-rank");
            }
        }
    }

    /** Whether no site of a better rank is drawn over it. */
    private boolean isFree(int row, double x, double y) {
        for (int better = 0; better < row; better++) {
            if (Math.hypot(
                            x(columns.number(better, SiteNumber.LONGITUDE)) - x,
                            y(columns.number(better, SiteNumber.LATITUDE)) - y)
                    < LABEL_APART) {
                return false;
            }
        }
        return true;
    }
}
