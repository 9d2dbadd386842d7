package org.headroom.export.style;

import org.jspecify.annotations.Nullable;

/**
 * How some features are drawn.
 *
 * @param label text in the legend
 * @param condition which features; null for those that no other rule draws
 * @param symbol how
 */
record MapRule(String label, @Nullable Condition condition, Symbol symbol) {
    /** What a marker looks like. */
    enum Shape {
        CIRCLE("circle", "circle"),
        DIAMOND("diamond", "square"),
        CROSS("cross2", "x");

        final String qgis;
        /** Well-known name of SLD 1.0. */
        final String sld;

        Shape(String qgis, String sld) {
            this.qgis = qgis;
            this.sld = sld;
        }
    }

    /**
     * A marker, or the fill of an area.
     *
     * @param colour red, green, blue, alpha, 0 to 255
     * @param outline colour of the rim
     * @param sizeMm diameter
     */
    record Symbol(Shape shape, String colour, String outline, String sizeMm) {
        private static final String RIM = "40,40,40,255";

        /** A round marker. */
        static Symbol round(String colour, String sizeMm) {
            return new Symbol(Shape.CIRCLE, colour, RIM, sizeMm);
        }

        /** A standing square, for what was built before. */
        static Symbol diamond(String colour, String sizeMm) {
            return new Symbol(Shape.DIAMOND, colour, "200,30,30,255", sizeMm);
        }

        /** For what is out. */
        static Symbol cross(String colour, String sizeMm) {
            return new Symbol(Shape.CROSS, colour, colour, sizeMm);
        }
    }
}
