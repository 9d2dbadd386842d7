package org.headroom.layers.crs;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/** Brings a place in EPSG:4326 to the column and row of a raster. Immutable and safe for several threads. */
public final class SiteToGrid {
    private final @Nullable MathTransform transform;
    private final boolean northFirst;
    private final double[] affine;

    private SiteToGrid(@Nullable MathTransform transform, boolean northFirst, double[] affine) {
        this.transform = transform;
        this.northFirst = northFirst;
        this.affine = affine.clone();
    }

    /**
     * @param crs well-known text of the grid's system; empty for EPSG:4326
     * @param affine a..f: column = a x + b y + c, row = d x + e y + f
     */
    public static SiteToGrid of(String crs, double[] affine) {
        if (crs.isEmpty()) {
            return new SiteToGrid(null, false, affine);
        }
        CoordinateReferenceSystem system = ReferenceSystems.get(crs, "raster");
        return new SiteToGrid(fromWgs84(system), ReferenceSystems.isNorthFirst(system), affine);
    }

    private static MathTransform fromWgs84(CoordinateReferenceSystem system) {
        try {
            return ReferenceSystems.toWgs84(system, "raster").inverse();
        } catch (NoninvertibleTransformException e) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "raster: no way from EPSG:4326 to the reference system \""
                            + system.getName().getCode() + "\"",
                    "Reproject the raster.",
                    e);
        }
    }

    /** Whether the grid is in EPSG:4326 itself, so that {@link #column} and {@link #row} take longitude and latitude. */
    public boolean isGeographic() {
        return transform == null;
    }

    /** Column of a place given in the grid's own system, x or longitude first; cell centres on whole numbers. */
    public double column(double x, double y) {
        return affine[0] * x + affine[1] * y + affine[2];
    }

    /** Row of a place given in the grid's own system, x or longitude first; cell centres on whole numbers. */
    public double row(double x, double y) {
        return affine[3] * x + affine[4] * y + affine[5];
    }

    /** What a cell of a row measures on the earth in relation to the others: above 0, and the same everywhere in a projected grid. */
    public double cellWeight(int row) {
        if (!isGeographic() || affine[4] == 0) {
            return 1;
        }
        double latitude = (row - affine[5]) / affine[4];
        return Math.max(1e-9, StrictMath.cos(StrictMath.toRadians(latitude)));
    }

    /** Writes column and row to {@code out}, cell centres on whole numbers; NaN where the place has no image in the grid's system. */
    public void transform(double longitude, double latitude, double[] out) {
        out[0] = longitude;
        out[1] = latitude;
        if (transform != null) {
            try {
                transform.transform(out, 0, out, 0, 1);
            } catch (TransformException | RuntimeException e) {
                out[0] = Double.NaN;
                out[1] = Double.NaN;
            }
        }
        double x = northFirst ? out[1] : out[0];
        double y = northFirst ? out[0] : out[1];
        out[0] = column(x, y);
        out[1] = row(x, y);
    }
}
