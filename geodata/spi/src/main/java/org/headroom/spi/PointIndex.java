package org.headroom.spi;

import java.util.function.IntConsumer;

/**
 * Finds points by geodesic distance on the WGS 84 ellipsoid. Which record is nearest and which are within a radius is decided by
 * geodesics accurate to 15 nanometres (Karney 2013, through GeographicLib); the distances handed out may be less accurate, as {@link
 * #distanceKm} says. Longitudes and latitudes in degrees; right across the antimeridian and at the poles. Immutable and safe for several
 * threads.
 */
public interface PointIndex {
    /** Number of points in the index. */
    int size();

    /**
     * The record nearest to a place, or -1 when the index is empty or a coordinate is NaN. Of records at the same distance the lowest
     * number is given.
     */
    int nearest(double longitude, double latitude);

    /**
     * The nearest record of each of many places, as {@link #nearest(double, double)}, and its {@link #distanceKm}. Faster than one by
     * one, the more so when places that follow each other are near each other.
     *
     * @param longitudes degrees east, at least {@code count}; not written to
     * @param latitudes degrees north, likewise
     * @param count number of places
     * @param records takes the record of each place, -1 for none
     * @param distancesKm takes its distance, km; NaN for none
     */
    default void nearest(double[] longitudes, double[] latitudes, int count, int[] records, double[] distancesKm) {
        for (int i = 0; i < count; i++) {
            int record = nearest(longitudes[i], latitudes[i]);
            records[i] = record;
            distancesKm[i] = record < 0 ? Double.NaN : distanceKm(longitudes[i], latitudes[i], record);
        }
    }

    /**
     * Geodesic distance from a place to a record of the layer, km, accurate to 1 mm up to 50 km, to 1 cm up to 100 km and to a
     * micrometre beyond.
     */
    double distanceKm(double longitude, double latitude, int record);

    /**
     * Visits every record within a radius, border included, with its {@link #distanceKm}, in an order that depends on the layer only. A
     * record on the border may be handed a distance that is off the radius by as much as {@link #distanceKm} may be wrong.
     */
    void within(double longitude, double latitude, double radiusKm, Visitor visitor);

    /** Visits the same records in the same order as {@link #within} without working out their distances. */
    default void recordsWithin(double longitude, double latitude, double radiusKm, IntConsumer visitor) {
        within(longitude, latitude, radiusKm, (record, distanceKm) -> visitor.accept(record));
    }

    /** Whether any record is within a radius, border included. Cheaper than to look for all of them, or for the nearest. */
    default boolean isAnyWithin(double longitude, double latitude, double radiusKm) {
        boolean[] found = new boolean[1];
        recordsWithin(longitude, latitude, radiusKm, record -> found[0] = true);
        return found[0];
    }

    /** Takes a record and its distance. */
    @FunctionalInterface
    interface Visitor {
        void visit(int record, double distanceKm);
    }
}
