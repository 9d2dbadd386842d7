package org.headroom.overlay;

import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.spi.PointIndex;

/** Hands out the records in a circle or in the area of a site, layer by layer, each in an order that depends on the layer only. */
final class RecordsWithin {
    private RecordsWithin() {}

    /** Takes a record. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param isSure whether the record counts, or that is not decided
         * @param distanceKm from the site's place
         */
        void visit(Source source, int record, boolean isSure, double distanceKm);
    }

    /** Records that are nowhere farther from a place than a radius at their nearest. */
    static void circle(Sources sources, double longitude, double latitude, double radiusKm, Visitor visitor) {
        for (Source source : sources.all()) {
            circle(source, true, longitude, latitude, radiusKm, visitor);
            if (source.hasPossible()) {
                circle(source, false, longitude, latitude, radiusKm, visitor);
            }
        }
    }

    private static void circle(
            Source source, boolean isSure, double longitude, double latitude, double radiusKm, Visitor visitor) {
        PointIndex.Visitor each = (record, distanceKm) -> visitor.visit(source, record, isSure, distanceKm);
        source.shapes(isSure).within(longitude, latitude, radiusKm, each);
    }

    /** Records whose shape touches the area of a site or lies in it. */
    static void touching(Sources sources, SiteShape shape, Visitor visitor) {
        Visitor whenTouching = (source, record, isSure, distanceKm) -> {
            if (shape.touches(source.shape(record))) {
                visitor.visit(source, record, isSure, distanceKm);
            }
        };
        circle(sources, shape.longitude(), shape.latitude(), shape.reachKm(), whenTouching);
    }
}
