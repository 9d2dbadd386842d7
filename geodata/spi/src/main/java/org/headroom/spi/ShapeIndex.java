package org.headroom.spi;

/**
 * Finds whole shapes by geodesic distance on the WGS 84 ellipsoid: a record is as near as the nearest place of its point, of any of its points,
 * of its line or of its outline, and at distance 0 within its outline. Lines are straight in longitude and latitude, the short way round.
 * Immutable and safe for several threads.
 */
public interface ShapeIndex {
    /** Number of records in the index. */
    int size();

    /**
     * The nearest record of each of many places, and its distance. Distances to points are as those of {@link PointIndex#distanceKm}; those to
     * lines and outlines are within 2 m below 70 degrees of latitude and 5 m below 80. Of records at the same distance the lowest number is given.
     *
     * @param longitudes degrees east, at least {@code count}; not written to
     * @param latitudes degrees north, likewise
     * @param count number of places
     * @param records takes the record of each place, -1 for none
     * @param distancesKm takes its distance, km; NaN for none
     */
    void nearest(double[] longitudes, double[] latitudes, int count, int[] records, double[] distancesKm);

    /**
     * Visits every record that is nowhere farther than a radius at its nearest place, with the distance of that place as {@link #nearest} gives it, in an
     * order that depends on the layer only. Since version 4.
     */
    void within(double longitude, double latitude, double radiusKm, PointIndex.Visitor visitor);

    /** The index over records that are all points. */
    static ShapeIndex of(PointIndex points) {
        return new PointShapes(points);
    }
}
