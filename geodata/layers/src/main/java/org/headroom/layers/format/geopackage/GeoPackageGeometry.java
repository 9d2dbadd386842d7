package org.headroom.layers.format.geopackage;

import java.util.Arrays;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The geometry encoding of a GeoPackage: a short header before well-known binary (OGC 12-128r18, 2.1.3). */
final class GeoPackageGeometry {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private GeoPackageGeometry() {}

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
        if ((flags & 0x10) != 0) {
            return null;
        }
        try {
            return new WKBReader().read(Arrays.copyOfRange(blob, 8 + ENVELOPE_BYTES[envelope], blob.length));
        } catch (ParseException | RuntimeException e) {
            throw new SourceException("the geometry is not valid well-known binary", "");
        }
    }
}
