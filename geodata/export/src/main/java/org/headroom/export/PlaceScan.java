package org.headroom.export;

import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/** Finds the box round points shown one after the other, and those without a place; not safe for several threads. */
public final class PlaceScan {
    private int rows;
    private int points;
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private String firstBad = "";

    /** Takes the next row. */
    public void add(double longitude, double latitude) {
        rows++;
        if (!Extent.isPlace(longitude, latitude)) {
            if (firstBad.isEmpty()) {
                firstBad = "row " + rows + " of the ranking has no place on the earth: longitude " + longitude
                        + ", latitude " + latitude;
            }
            return;
        }
        points++;
        minX = Math.min(minX, longitude);
        minY = Math.min(minY, latitude);
        maxX = Math.max(maxX, longitude);
        maxY = Math.max(maxY, latitude);
    }

    /** Box round all rows that have a place; null when none has. */
    public @Nullable Extent extent() {
        return points == 0 ? null : new Extent(minX, minY, maxX, maxY);
    }

    /** @throws HeadroomException when a row has no place on the earth; the first such row is named and all are counted */
    public void checkAllPlaced() {
        int bad = rows - points;
        if (bad > 0) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    firstBad + "; " + bad + " of " + rows + " rows have none",
                    "Check the coordinate reference system and the axis order of the candidates' layer.");
        }
    }
}
