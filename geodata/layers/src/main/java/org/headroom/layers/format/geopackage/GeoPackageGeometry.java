package org.headroom.layers.format.geopackage;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.geometry.WkbShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The geometry encoding of a GeoPackage: a short header before well-known binary (OGC 12-128r18, 2.1.3). */
final class GeoPackageGeometry {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int EMPTY_FLAG = 0x10;
    private static final int EXTENDED_FLAG = 0x20;

    private GeoPackageGeometry() {}

    /** The reference system that the header of a geometry names, as in gpkg_spatial_ref_sys; 0 or less where it names none or is cut. */
    static int srsId(byte[] blob) {
        return blob.length < 8
                ? 0
                : ByteBuffer.wrap(blob)
                        .order((blob[3] & 1) == 1 ? LITTLE_ENDIAN : BIG_ENDIAN)
                        .getInt(4);
    }

    /** The geometry, or null when it is marked as empty. */
    static @Nullable Geometry read(byte[] blob) throws SourceException {
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new SourceException("the geometry does not begin with GP", "");
        }
        int flags = blob[3];
        int envelope = (flags >> 1) & 7;
        if (envelope >= ENVELOPE_BYTES.length || 8 + ENVELOPE_BYTES[envelope] > blob.length) {
            throw new SourceException("the header of the geometry is damaged", "");
        }
        if ((flags & EXTENDED_FLAG) != 0) {
            throw new SourceException("the geometry is in an encoding of its writer's own", "");
        }
        if ((flags & EMPTY_FLAG) != 0) {
            return null;
        }
        return WkbShape.read(blob, 8 + ENVELOPE_BYTES[envelope]);
    }
}
