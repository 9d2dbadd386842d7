package org.headroom.export.geopackage;

import org.headroom.export.PlaceScan;

/** The coordinates of a table's rows, kept while the rows go by; not safe for several threads while rows are added. */
final class Places {
    private final double[] longitudes;
    private final double[] latitudes;
    private final PlaceScan scan = new PlaceScan();
    private int rows;

    /** @param rows how many will be added */
    Places(int rows) {
        longitudes = new double[rows];
        latitudes = new double[rows];
    }

    /** Takes the next row. */
    void add(double longitude, double latitude) {
        longitudes[rows] = longitude;
        latitudes[rows++] = latitude;
        scan.add(longitude, latitude);
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

    /** What is known of all of them. */
    PlaceScan scan() {
        return scan;
    }
}
