package org.headroom.spi;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

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

        /** The value of the cell in which a place lies; NaN outside the grid or where it has no data. Since version 4. */
        double nearest(double longitude, double latitude);

        /**
         * Visits the cells whose centre lies in an area, row by row; where there is none, the cell in which a point inside the area lies. Since version 4.
         *
         * @param area polygon or multipolygon in EPSG:4326, longitude first
         */
        void cells(Geometry area, CellVisitor visitor);
    }

    /** Takes a cell. */
    @FunctionalInterface
    interface CellVisitor {
        /**
         * @param value NaN where the cell has no data, or where there is no cell
         * @param weight what the cell measures in relation to the others, above 0
         */
        void visit(double value, double weight);
    }
}
