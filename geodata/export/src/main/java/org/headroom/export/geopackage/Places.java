package org.headroom.export.geopackage;

import org.headroom.export.Extent;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/** The coordinates of a table's rows, kept while the rows go by, and the box round them; not safe for several threads. */
final class Places {
    private final double[] longitudes;
    private final double[] latitudes;
    private int rows;
    private int points;
    private int firstBad;
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;

    /** @param rows how many will be added */
    Places(int rows) {
        longitudes = new double[rows];
        latitudes = new double[rows];
    }

    /** Takes the next row. */
    void add(double longitude, double latitude) {
        longitudes[rows] = longitude;
        latitudes[rows++] = latitude;
        if (!Extent.isPlace(longitude, latitude)) {
            firstBad = firstBad == 0 ? rows : firstBad;
            return;
        }
        points++;
        minX = Math.min(minX, longitude);
        minY = Math.min(minY, latitude);
        maxX = Math.max(maxX, longitude);
        maxY = Math.max(maxY, latitude);
    }

    /** Rows added so far. */
    int rows() {
        return rows;
    }

    double longitude(int row) {
        return longitudes[row];
    }

    double latitude(int row) {
        return latitudes[row];
    }

    /** Box round all rows that have a place; null when none has. */
    @Nullable
    Extent extent() {
        return points == 0 ? null : new Extent(minX, minY, maxX, maxY);
    }

    /** @throws HeadroomException when a row has no place on the earth; the first such row is named and all are counted */
    void checkAllPlaced() {
        if (firstBad > 0) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "row " + firstBad + " of the ranking has no place on the earth: longitude "
                            + longitudes[firstBad - 1]
                            + ", latitude " + latitudes[firstBad - 1] + "; " + (rows - points) + " of " + rows
                            + " rows have none",
                    "Check the coordinate reference system and the axis order of the candidates' layer.");
        }
    }
}
