package org.headroom.overlay;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.overlay.record.Once;
import org.headroom.overlay.shape.Border;
import org.headroom.overlay.shape.Boxes;
import org.headroom.overlay.shape.EqualArea;
import org.headroom.overlay.shape.Overlays;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Where the layers of a criterion know everything, so that finding nothing means that there is nothing. The union of areas, its border and what tells
 * quickly what lies in it are made when they are first needed. Safe for several threads.
 */
final class Known {
    /** Borders that two sources draw differently leave slivers; an area is covered when no more than this share of it is not. */
    static final double SLIVER = 0.001;

    /** Tells whether a place is covered. */
    @FunctionalInterface
    private interface PlaceTest {
        boolean covers(double longitude, double latitude);
    }

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final EvidenceClass evidence;
    /** Null when all is known everywhere; so are the two below. */
    private final @Nullable PlaceTest places;

    private final @Nullable Once<PreparedGeometry> union;
    private final @Nullable Once<Border> border;

    private Known(EvidenceClass evidence, @Nullable PlaceTest places, @Nullable Once<PreparedGeometry> union) {
        this.evidence = evidence;
        this.places = places;
        this.union = union;
        border = union == null ? null : new Once<>(() -> new Border(union.get().getGeometry()));
    }

    static Known everywhere() {
        return new Known(EvidenceClass.DERIVED, null, null);
    }

    /** Within the smallest box round all located records of some layers, those that do not count too. */
    static Known box(List<FeatureLayer> layers) {
        Boxes boxes = new Boxes();
        for (FeatureLayer layer : layers) {
            for (int record = 0; record < layer.size(); record++) {
                if (layer.isLocated(record)) {
                    Geometry shape = layer.geometry(record);
                    if (shape == null || shape.getNumPoints() == 1) {
                        boxes.add(layer.longitude(record), layer.latitude(record));
                    } else {
                        boxes.add(shape.getEnvelopeInternal());
                    }
                }
            }
        }
        Geometry found = boxes.box();
        Geometry box = found == null ? FACTORY.createPolygon() : found;
        return new Known(
                EvidenceClass.DERIVED,
                (longitude, latitude) ->
                        SimplePointInAreaLocator.locate(new Coordinate(longitude, latitude), box) != Location.EXTERIOR,
                new Once<>(() -> PreparedGeometryFactory.prepare(box)));
    }

    /** Within the areas of a layer. */
    static Known areas(FeatureLayer layer) {
        AreaIndex areas = layer.areas(record -> true);
        return new Known(
                layer.evidenceClass(),
                (longitude, latitude) -> areas.first(longitude, latitude) >= 0,
                new Once<>(() -> PreparedGeometryFactory.prepare(union(layer))));
    }

    private static Geometry union(FeatureLayer layer) {
        List<Geometry> all = new ArrayList<>();
        for (int record = 0; record < layer.size(); record++) {
            Geometry area = layer.isArea(record) ? layer.geometry(record) : null;
            if (area != null) {
                all.add(area);
            }
        }
        return Overlays.union(all);
    }

    /** What may be claimed of an answer that rests on knowing everything. */
    EvidenceClass weaken(EvidenceClass other) {
        return EvidenceClass.weaker(other, evidence);
    }

    boolean covers(double longitude, double latitude) {
        return places == null || places.covers(longitude, latitude);
    }

    /** A distance from a place that is covered, km, than which what is not known is not nearer; infinite when it is at least the limit. */
    double borderKm(double longitude, double latitude, double limitKm) {
        if (border == null) {
            return Double.POSITIVE_INFINITY;
        }
        double atLeast = border.get().atLeastKm(longitude, latitude, limitKm);
        return atLeast < limitKm ? atLeast : Double.POSITIVE_INFINITY;
    }

    /** Share of the area of a site that is covered; 1 when it is but for slivers. */
    double share(SiteShape shape) {
        if (union == null) {
            return 1;
        }
        PreparedGeometry all = union.get();
        if (all.covers(shape.area())) {
            return 1;
        }
        if (!all.intersects(shape.area())) {
            return 0;
        }
        Geometry covered = Overlays.intersection(shape.area(), all.getGeometry());
        double share = EqualArea.km2(covered) / shape.km2();
        return share >= 1 - SLIVER ? 1 : share;
    }
}
