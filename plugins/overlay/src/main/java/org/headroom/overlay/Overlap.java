package org.headroom.overlay;

import java.util.ArrayList;
import java.util.List;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.overlay.shape.EqualArea;
import org.headroom.overlay.shape.Overlays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * What an area record covers of the area of a site.
 *
 * @param isSure whether the record counts, or that is not decided
 * @param share of the site's area, above 0 and at most 1
 * @param piece the part that both have
 */
record Overlap(Source source, int record, boolean isSure, double share, Geometry piece) {
    /** Less is what neighbours have in common whose borders are drawn alike. */
    private static final double TOUCHING = 1e-6;

    /** All overlaps of a site, in the order of layers and records; what only touches is none. */
    static List<Overlap> of(Sources sources, SiteShape shape) {
        double whole = shape.km2();
        List<Overlap> all = new ArrayList<>();
        for (Source source : sources.all()) {
            for (int record : source.areasNear(shape.area())) {
                Geometry other = source.shape(record);
                if (shape.touches(other)) {
                    add(source, record, other, shape.area(), whole, all);
                }
            }
        }
        return all;
    }

    private static void add(Source source, int record, Geometry other, Geometry area, double whole, List<Overlap> all) {
        boolean isWhole = coversWhole(other, area);
        Geometry piece = isWhole ? area : Overlays.intersection(area, other);
        double share = isWhole ? 1 : Math.min(1, EqualArea.km2(piece) / whole);
        if (share > TOUCHING) {
            all.add(new Overlap(source, record, source.isSure(record), share, piece));
        }
    }

    private static boolean coversWhole(Geometry record, Geometry area) {
        return record.getEnvelopeInternal().covers(area.getEnvelopeInternal())
                && RelateNG.relate(record, area, RelatePredicate.covers());
    }

    /** Share of a site's area that some overlaps cover together; what several cover counts once. */
    static double share(List<Overlap> overlaps, SiteShape shape) {
        if (overlaps.isEmpty()) {
            return 0;
        }
        List<Geometry> pieces = new ArrayList<>();
        for (Overlap overlap : overlaps) {
            if (overlap.share == 1) {
                return 1;
            }
            pieces.add(overlap.piece);
        }
        if (pieces.size() == 1) {
            return overlaps.get(0).share;
        }
        Geometry union = Overlays.union(pieces);
        return Math.min(1, EqualArea.km2(union) / shape.km2());
    }

    /** The one that covers most; the first of several that cover as much. The list must not be empty. */
    static Overlap largest(List<Overlap> overlaps) {
        Overlap largest = overlaps.get(0);
        for (Overlap overlap : overlaps) {
            largest = overlap.share > largest.share ? overlap : largest;
        }
        return largest;
    }

    double value() {
        return source.value(record);
    }
}
