package org.headroom.layers.index;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * The cells of a grid that an area touches, each either crossed by an edge or wholly inside. A cell that an edge only comes very near
 * to counts as crossed, so a place in a cell that is inside is inside. Takes O(edges + cells of the bounding box). The working memory
 * is used again for the next area; not safe for several threads.
 */
final class CellCover {
    /** Far above the rounding of positions in a grid of a few thousand columns, in cells. */
    private static final double MARGIN = 1e-6;

    private final CellGrid grid;
    private boolean[] crossed = new boolean[0];
    private int firstColumn;
    private int firstRow;
    private int width;
    private int height;

    CellCover(CellGrid grid) {
        this.grid = grid;
    }

    /**
     * Hands out runs of cells of one row each, rows ascending and columns ascending in each row.
     *
     * @param area whose box lies in the grid's
     */
    void visit(AreaLocator area, Runs runs) {
        Envelope box = area.box();
        firstColumn = grid.column(box.getMinX());
        firstRow = grid.row(box.getMinY());
        width = grid.column(box.getMaxX()) - firstColumn + 1;
        height = grid.row(box.getMaxY()) - firstRow + 1;
        int cells = Math.multiplyExact(width, height);
        if (crossed.length < cells) {
            crossed = new boolean[cells];
        } else {
            Arrays.fill(crossed, 0, cells, false);
        }
        double[] edges = area.edges();
        for (int e = 0; e < edges.length; e += 4) {
            mark(grid.across(edges[e]), grid.up(edges[e + 1]), grid.across(edges[e + 2]), grid.up(edges[e + 3]));
        }
        for (int row = 0; row < height; row++) {
            visitRow(area, row, runs);
        }
    }

    /** Marks the cells of an edge given in cells of the grid. */
    private void mark(double x1, double y1, double x2, double y2) {
        double low = Math.min(y1, y2);
        double high = Math.max(y1, y2);
        double left = Math.min(x1, x2);
        double right = Math.max(x1, x2);
        int last = inRows(high + MARGIN);
        for (int row = inRows(low - MARGIN); row <= last; row++) {
            double from = left;
            double to = right;
            if (high > low) {
                // The part of the edge that lies in the row.
                double bottom = firstRow + row - MARGIN;
                double top = firstRow + row + 1 + MARGIN;
                double a = x1 + (x2 - x1) * share((bottom - y1) / (y2 - y1));
                double b = x1 + (x2 - x1) * share((top - y1) / (y2 - y1));
                from = Math.min(a, b);
                to = Math.max(a, b);
            }
            int end = inColumns(to + MARGIN);
            for (int column = inColumns(from - MARGIN); column <= end; column++) {
                crossed[row * width + column] = true;
            }
        }
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private int inColumns(double across) {
        return Math.max(0, Math.min(width - 1, (int) across - firstColumn));
    }

    private int inRows(double up) {
        return Math.max(0, Math.min(height - 1, (int) up - firstRow));
    }

    /** No edge runs through a run of cells that are not crossed, so all of it is inside or all of it outside. */
    private void visitRow(AreaLocator area, int row, Runs runs) {
        int start = 0;
        while (start < width) {
            boolean isCrossed = crossed[row * width + start];
            int end = start + 1;
            while (end < width && crossed[row * width + end] == isCrossed) {
                end++;
            }
            if (isCrossed || area.covers(grid.centreX(firstColumn + start), grid.centreY(firstRow + row))) {
                runs.add(
                        (firstRow + row) * grid.columns + firstColumn + start,
                        (firstRow + row) * grid.columns + firstColumn + end,
                        isCrossed);
            }
            start = end;
        }
    }

    /** Takes the cells from {@code from} to {@code to - 1}. */
    interface Runs {
        void add(int from, int to, boolean isCrossed);
    }
}
