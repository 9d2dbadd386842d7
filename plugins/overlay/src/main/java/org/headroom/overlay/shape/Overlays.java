package org.headroom.overlay.shape;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Intersections and unions that do not fail for shapes that are not quite valid: these are put right first. */
public final class Overlays {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Overlays() {}

    /** What two shapes have in common. */
    public static Geometry intersection(Geometry a, Geometry b) {
        try {
            return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
        } catch (TopologyException e) {
            return OverlayNGRobust.overlay(GeometryFixer.fix(a), GeometryFixer.fix(b), OverlayNG.INTERSECTION);
        }
    }

    /** What at least one of some shapes covers; an empty polygon when there is none. */
    public static Geometry union(Collection<Geometry> shapes) {
        if (shapes.isEmpty()) {
            return FACTORY.createPolygon();
        }
        try {
            return OverlayNGRobust.union(shapes, FACTORY);
        } catch (TopologyException e) {
            List<Geometry> fixed = shapes.stream().map(GeometryFixer::fix).toList();
            return OverlayNGRobust.union(fixed, FACTORY);
        }
    }
}
