package org.headroom.export;

import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * Smallest box round the points of a table, degrees; rows without a place (NaN) do not count.
 *
 * @param points rows with a place; when 0, the bounds mean nothing and are 0
 */
record Extent(int points, double minX, double minY, double maxX, double maxY) {
    static Extent of(RankedTable table) {
        int points = 0;
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < table.rows(); row++) {
            double x = table.longitude().applyAsDouble(row);
            double y = table.latitude().applyAsDouble(row);
            if (isPlace(x, y)) {
                points++;
                minX = Math.min(minX, x);
                minY = Math.min(minY, y);
                maxX = Math.max(maxX, x);
                maxY = Math.max(maxY, y);
            }
        }
        return points == 0 ? new Extent(0, 0, 0, 0, 0) : new Extent(points, minX, minY, maxX, maxY);
    }

    /** @throws HeadroomException when a row has no place on the earth; the first such row is named and all are counted */
    static Extent ofAll(RankedTable table) {
        Extent extent = of(table);
        int bad = table.rows() - extent.points;
        if (bad > 0) {
            int row = 0;
            while (isPlace(
                    table.longitude().applyAsDouble(row), table.latitude().applyAsDouble(row))) {
                row++;
            }
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "row " + (row + 1L) + " of the ranking has no place on the earth: longitude "
                            + table.longitude().applyAsDouble(row) + ", latitude "
                            + table.latitude().applyAsDouble(row) + "; " + bad + " of " + table.rows()
                            + " rows have none",
                    "Check the coordinate reference system and the axis order of the candidates' layer.");
        }
        return extent;
    }

    static boolean isPlace(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }
}
