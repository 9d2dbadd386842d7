package org.headroom.spi;

/**
 * Finds points by geodesic distance on the WGS 84 ellipsoid (Karney 2013, through GeographicLib). Longitudes and latitudes in
 * degrees; right across the antimeridian and at the poles. Immutable and safe for several threads.
 */
public interface PointIndex {
    /** Number of points in the index. */
    int size();

    /**
     * The record nearest to a place, or -1 when the index is empty. Of records at the same distance the lowest number is given.
     */
    int nearest(double longitude, double latitude);

    /** Geodesic distance from a place to a record of the layer, km, accurate to a millimetre. */
    double distanceKm(double longitude, double latitude, int record);

    /** Visits every record within a radius, border included, in an order that depends on the layer only. */
    void within(double longitude, double latitude, double radiusKm, Visitor visitor);

    /** Takes a record and its distance. */
    @FunctionalInterface
    interface Visitor {
        void visit(int record, double distanceKm);
    }
}
