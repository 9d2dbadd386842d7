package org.headroom.spi;

import java.util.Optional;

/** A grid of numbers. */
public interface RasterLayer extends Layer {
    /** The band that holds a field of the layer's kind, such as {@code coolingDegreeDays}; empty when the layer lacks it. */
    Optional<Band> findBand(String field);

    /** One band. Immutable and safe for several threads. */
    interface Band {
        /**
         * The value at a place, bilinear between the four nearest cell centres; NaN outside the grid or where any of the four has no
         * data. In the half cell along the edge the nearest centres are used.
         */
        double bilinear(double longitude, double latitude);
    }
}
