package org.headroom.spi;

import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds the areas that cover a place. A place on a border or a vertex is covered by every area that it borders. Edges are straight in
 * longitude and latitude. Immutable and safe for several threads.
 */
public interface AreaIndex {
    /** Number of records in the index. */
    int size();

    /** The covering record with the lowest number, or -1. */
    int first(double longitude, double latitude);

    /** Visits every covering record in ascending order. */
    void covering(double longitude, double latitude, IntConsumer visitor);

    /** A box of longitudes and latitudes outside which nothing is covered; the whole world when the index does not know better. */
    default Envelope extent() {
        return new Envelope(-180, 180, -90, 90);
    }
}
