package org.headroom.layers.crs;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Brings coordinates of one source to EPSG:4326, longitude first. Not safe for several threads. */
public final class ToWgs84 {
    private final @Nullable MathTransform transform;
    private final boolean northFirst;
    private final boolean projected;
    private final List<String> notes;
    private final double[] point = new double[2];

    private ToWgs84(@Nullable MathTransform transform, boolean northFirst, boolean projected, List<String> notes) {
        this.transform = transform;
        this.northFirst = northFirst;
        this.projected = projected;
        this.notes = notes;
    }

    /**
     * @param crs code ({@code EPSG:n}, {@code ESRI:n}, a number, OGC URN or URL, CRS84) or well-known text of either kind
     * @param where layer and file, for messages
     */
    public static ToWgs84 from(String crs, String where) {
        if (ReferenceSystems.isPlainWgs84(crs)) {
            return new ToWgs84(null, false, false, List.of());
        }
        CoordinateReferenceSystem system = ReferenceSystems.get(crs, where);
        if (ReferenceSystems.isWgs84(system)) {
            return new ToWgs84(null, false, false, List.of());
        }
        return new ToWgs84(
                ReferenceSystems.toWgs84(system, where),
                ReferenceSystems.isNorthFirst(system),
                system instanceof ProjectedCRS,
                ShiftedSystems.notes(system));
    }

    /** Whether coordinates are lengths on a plane rather than degrees. */
    public boolean isProjected() {
        return projected;
    }

    /** What somebody should know of the accuracy that is reached, in sentences without a full stop. */
    public List<String> notes() {
        return notes;
    }

    /** Changes the geometry in place. A coordinate that cannot be transformed becomes NaN. */
    public void apply(Geometry geometry) {
        if (transform == null) {
            return;
        }
        geometry.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                ToWgs84.this.apply(points.getX(i), points.getY(i));
                points.setOrdinate(i, CoordinateSequence.X, point[0]);
                points.setOrdinate(i, CoordinateSequence.Y, point[1]);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
    }

    /** Longitude and latitude of a place given as x and y; the array is reused by the next call. */
    public double[] apply(double x, double y) {
        point[0] = northFirst ? y : x;
        point[1] = northFirst ? x : y;
        if (transform != null) {
            try {
                transform.transform(point, 0, point, 0, 1);
            } catch (TransformException | RuntimeException e) {
                point[0] = Double.NaN;
                point[1] = Double.NaN;
            }
        }
        return point;
    }
}
