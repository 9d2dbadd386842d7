package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.List;
import org.headroom.layers.crs.ToWgs84;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.format.RawRecord;
import org.headroom.model.LayerKind;
import org.headroom.model.ShapeType;
import org.headroom.spi.GeometryRole;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The geometry of the file itself, whole where the kind of the layer has a use for it. */
public final class OwnPlaces implements PlaceReader {
    private final ToWgs84 toWgs84;
    private final boolean repair;
    private final boolean areNodes;
    private final LayerKind kind;
    private final SystemDoubt doubt;

    /**
     * @param spec whether an invalid polygon is mended rather than refused, and what shapes stand for
     * @param kind which shapes make sense
     */
    public OwnPlaces(ToWgs84 toWgs84, GeometrySpec spec, LayerKind kind) {
        this.toWgs84 = toWgs84;
        this.repair = spec.repair();
        this.areNodes = spec.role().filter(GeometryRole.NODE::equals).isPresent();
        this.kind = kind;
        this.doubt = new SystemDoubt(toWgs84);
    }

    @Override
    public Place locate(RawRecord record) {
        if (record.isPoint()) {
            doubt.see(record.x(), record.y());
            double[] at = toWgs84.apply(record.x(), record.y());
            return Bounds.noted(Bounds.point(at[0], at[1], "", ""), record.x(), record.y());
        }
        Geometry geometry = record.geometry();
        if (geometry == null || geometry.isEmpty()) {
            return Place.problem("the record has no geometry", "", "");
        }
        Coordinate first = geometry.getCoordinate().copy();
        String zero = Bounds.zero(geometry);
        doubt.see(first.x, first.y);
        toWgs84.apply(geometry);
        Place outside = outside(geometry);
        if (outside != null && !Antimeridian.isBeyond(geometry)) {
            return outside;
        }
        if (geometry.getNumGeometries() == 1 && geometry.getGeometryN(0) instanceof Point point) {
            return Bounds.noted(Bounds.point(point.getX(), point.getY(), "", ""), first.x, first.y);
        }
        Geometry area = polygons(geometry);
        Place place = area == null ? thin(geometry) : thick(geometry, area);
        return zero == null || place.problem() != null
                ? place
                : place.noted(place.note() == null ? zero : place.note() + "; " + zero);
    }

    private static @Nullable Place outside(Geometry geometry) {
        for (Coordinate c : geometry.getCoordinates()) {
            Place problem = Bounds.problem(c.x, c.y, "", "");
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** Lines and points. */
    private Place thin(Geometry geometry) {
        boolean isLine = geometry.getDimension() == 1;
        if (isLine && !kind.shapes().contains(ShapeType.LINE)) {
            String wanted = kind.equals(LayerKind.BOUNDARY) ? "an area" : "a point or an area";
            return Place.problem(
                    "a record of kind " + kind.id() + " must be " + wanted + "; this one is a line", "", "");
        }
        Antimeridian.wrap(geometry);
        if (kind.shapes().contains(ShapeType.LINE)) {
            return Place.line(geometry, null, null);
        }
        Point on = geometry.getInteriorPoint();
        return Place.point(on.getX(), on.getY())
                .noted("the record has " + geometry.getNumGeometries() + " points; it is placed at one of them");
    }

    private Place thick(Geometry geometry, Geometry drawn) {
        String note = geometry.getNumGeometries() > drawn.getNumGeometries() && hasOther(geometry)
                ? "the record has lines or points beside its polygons, which are left out"
                : null;
        if (drawn instanceof Polygon polygon && !Antimeridian.isCrossed(drawn) && StarShape.isStar(polygon)) {
            return place(drawn, null, note);
        }
        Geometry area = drawn;
        String repaired = null;
        if (Antimeridian.isCrossed(drawn)) {
            area = Antimeridian.cut(drawn);
            if (area == null) {
                return Place.problem(
                        "the polygon goes round a pole or crosses the 180th meridian in a way that cannot be told; cut it there",
                        "",
                        "");
            }
            repaired = "the polygon crosses the 180th meridian and was cut there";
        }
        TopologyValidationError error = new IsValidOp(area).getValidationError();
        if (error == null) {
            return place(area, repaired, note);
        }
        String wrong = "the polygon is not valid: " + error.getMessage();
        Geometry mended = repair ? polygons(mend(area)) : null;
        if (mended == null) {
            return Place.problem(wrong, "", "");
        }
        return place(mended, repaired == null ? wrong : repaired + "; " + wrong, note);
    }

    private Place place(Geometry area, @Nullable String repaired, @Nullable String note) {
        return areNodes ? Place.line(area, repaired, note) : Place.area(area, repaired, note);
    }

    private static boolean hasOther(Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part.getDimension() < 2 || part != geometry && part.getNumGeometries() > 1 && hasOther(part)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(toWgs84.notes());
        notes.addAll(doubt.notes());
        return notes;
    }

    /**
     * Mends part by part, and puts the parts together by the even-odd rule: a part that lies inside another is a hole in it, as sources
     * draw the enclaves of a territory. (GeometryFixer alone would unite them, and the enclave would belong to the territory.) They are
     * put together in pairs, then the pairs, as the footprint of a market has a thousand parts and a main one of thousands of corners.
     */
    private static Geometry mend(Geometry area) {
        return mend(area, 0, area.getNumGeometries());
    }

    private static Geometry mend(Geometry area, int from, int to) {
        if (to - from == 1) {
            return GeometryFixer.fix(area.getGeometryN(from));
        }
        int middle = (from + to) >>> 1;
        return mend(area, from, middle).symDifference(mend(area, middle, to));
    }

    /** The polygons of a geometry as one polygon or multipolygon; null when there is none with an extent. */
    private static @Nullable Geometry polygons(Geometry geometry) {
        List<Polygon> found = new ArrayList<>();
        collect(geometry, found);
        if (found.isEmpty()) {
            return null;
        }
        return found.size() == 1
                ? found.get(0)
                : geometry.getFactory().createMultiPolygon(found.toArray(new Polygon[0]));
    }

    private static void collect(Geometry geometry, List<Polygon> found) {
        if (geometry instanceof Polygon polygon) {
            if (!polygon.isEmpty()) {
                found.add(polygon);
            }
            return;
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) != geometry) {
                collect(geometry.getGeometryN(i), found);
            }
        }
    }
}
