package org.headroom.layers.index;

import org.locationtech.jts.geom.Envelope;

/**
 * A grid of equal cells over a box of longitudes and latitudes. The cell of a place comes from the same few roundings everywhere, which
 * keep the order of coordinates; so what lies between two places of one row or column never lands outside their cells.
 */
final class CellGrid {
    /** Below this width or height, degrees, there is one column or row: 0.1 micrometres on the ground. */
    private static final double LEAST_EXTENT = 1e-12;

    final int columns;
    final int rows;
    private final double minX;
    private final double maxX;
    private final double minY;
    private final double maxY;
    private final double columnsPerDegree;
    private final double rowsPerDegree;

    /**
     * @param extent the box; may be null in the sense of JTS, and then covers nothing
     * @param side wanted side of a cell, degrees, above 0
     * @param most largest number of columns and of rows
     */
    CellGrid(Envelope extent, double side, int most) {
        minX = extent.getMinX();
        maxX = extent.getMaxX();
        minY = extent.getMinY();
        maxY = extent.getMaxY();
        columns = count(extent.getWidth(), side, most);
        rows = count(extent.getHeight(), side, most);
        columnsPerDegree = columns > 1 ? columns / extent.getWidth() : 0;
        rowsPerDegree = rows > 1 ? rows / extent.getHeight() : 0;
    }

    private static int count(double extent, double side, int most) {
        return extent > LEAST_EXTENT ? (int) Math.max(1, Math.min(most, Math.ceil(extent / side))) : 1;
    }

    int size() {
        return columns * rows;
    }

    /** Whether a place is in the box, border included. */
    boolean covers(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    /** Cell of a place in the box, row by row. */
    int cell(double x, double y) {
        return row(y) * columns + column(x);
    }

    /** Where a longitude is, in columns from the left border. */
    double across(double x) {
        return (x - minX) * columnsPerDegree;
    }

    /** Where a latitude is, in rows from the lower border. */
    double up(double y) {
        return (y - minY) * rowsPerDegree;
    }

    int column(double x) {
        return Math.min(columns - 1, (int) across(x));
    }

    int row(double y) {
        return Math.min(rows - 1, (int) up(y));
    }

    double centreX(int column) {
        return columns > 1 ? minX + (column + 0.5) / columnsPerDegree : (minX + maxX) / 2;
    }

    double centreY(int row) {
        return rows > 1 ? minY + (row + 0.5) / rowsPerDegree : (minY + maxY) / 2;
    }

    /** How many cells a box inside the grid's own touches. */
    long cellsOf(Envelope box) {
        return (column(box.getMaxX()) - column(box.getMinX()) + 1L) * (row(box.getMaxY()) - row(box.getMinY()) + 1L);
    }
}
