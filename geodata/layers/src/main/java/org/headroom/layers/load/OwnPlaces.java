package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.List;
import org.headroom.layers.crs.ToWgs84;
import org.headroom.layers.format.RawRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The geometry of the file itself. Lines and clouds of points are placed at a point on them. */
public final class OwnPlaces implements PlaceReader {
    private final ToWgs84 toWgs84;
    private final boolean repair;

    /** @param repair whether an invalid polygon is mended rather than refused */
    public OwnPlaces(ToWgs84 toWgs84, boolean repair) {
        this.toWgs84 = toWgs84;
        this.repair = repair;
    }

    @Override
    public Place locate(RawRecord record) {
        if (record.isPoint()) {
            double[] at = toWgs84.apply(record.x(), record.y());
            return point(at[0], at[1]);
        }
        Geometry geometry = record.geometry();
        if (geometry == null || geometry.isEmpty()) {
            return Place.problem("the record has no geometry", "", "");
        }
        toWgs84.apply(geometry);
        for (Coordinate c : geometry.getCoordinates()) {
            Place problem = Bounds.problem(c.x, c.y, "", "");
            if (problem != null) {
                return problem;
            }
        }
        if (geometry instanceof Point point) {
            return point(point.getX(), point.getY());
        }
        Geometry area = polygons(geometry);
        if (area == null) {
            Point on = geometry.getInteriorPoint();
            return Place.point(on.getX(), on.getY());
        }
        if (area instanceof Polygon polygon && StarShape.isStar(polygon)) {
            return area(area, null);
        }
        TopologyValidationError error = new IsValidOp(area).getValidationError();
        if (error == null) {
            return area(area, null);
        }
        String wrong = "the polygon is not valid: " + error.getMessage();
        Geometry mended = repair ? polygons(mend(area)) : null;
        if (mended == null) {
            return Place.problem(wrong, "", "");
        }
        return area(mended, wrong);
    }

    private static Place point(double longitude, double latitude) {
        Place problem = Bounds.problem(longitude, latitude, "", "");
        return problem != null ? problem : Place.point(Bounds.clamp(longitude, 180), Bounds.clamp(latitude, 90));
    }

    /**
     * Mends part by part, and puts the parts together by the even-odd rule: a part that lies inside another is a hole in it, as sources
     * draw the enclaves of a territory. (GeometryFixer alone would unite them, and the enclave would belong to the territory.)
     */
    private static Geometry mend(Geometry area) {
        Geometry mended = GeometryFixer.fix(area.getGeometryN(0));
        for (int part = 1; part < area.getNumGeometries(); part++) {
            mended = mended.symDifference(GeometryFixer.fix(area.getGeometryN(part)));
        }
        return mended;
    }

    private static Place area(Geometry area, @Nullable String repaired) {
        Point inside = area.getInteriorPoint();
        return new Place(inside.getX(), inside.getY(), area, Place.OWN, repaired, null, "", "");
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
