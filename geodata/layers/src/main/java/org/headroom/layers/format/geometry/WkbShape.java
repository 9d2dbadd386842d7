package org.headroom.layers.format.geometry;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads well-known binary (OGC 06-103r4, 2011), and the variant of PostGIS with a number for the reference system. */
public final class WkbShape {
    private static final int SRID_FLAG = 0x20000000;
    private static final int POINT = 1;
    private static final int POINT_BYTES = 21;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private WkbShape() {}

    /** The number of the reference system that a geometry names; 0 when it names none. */
    public static int srid(byte[] wkb) {
        if (wkb.length < 9 || (wkb[0] & 0xFE) != 0) {
            return 0;
        }
        ByteBuffer bytes = ByteBuffer.wrap(wkb).order(wkb[0] == 1 ? LITTLE_ENDIAN : BIG_ENDIAN);
        return (bytes.getInt(1) & SRID_FLAG) == 0 ? 0 : bytes.getInt(5);
    }

    /**
     * The geometry that begins at a byte and ends with the array; null for an empty point.
     *
     * @throws SourceException why it cannot be read, without advice
     */
    public static @Nullable Geometry read(byte[] blob, int from) throws SourceException {
        int length = blob.length - from;
        if (length == POINT_BYTES || length == POINT_BYTES + Integer.BYTES) {
            ByteBuffer bytes = ByteBuffer.wrap(blob).order(blob[from] == 1 ? LITTLE_ENDIAN : BIG_ENDIAN);
            int type = bytes.getInt(from + 1);
            if ((blob[from] & 0xFE) == 0 && type == (length == POINT_BYTES ? POINT : POINT | SRID_FLAG)) {
                int first = blob.length - 2 * Double.BYTES;
                return point(bytes.getDouble(first), bytes.getDouble(first + Double.BYTES));
            }
        }
        WkbCheck check = WkbCheck.of(blob, from);
        if (check.problem() != null) {
            throw new SourceException(check.problem(), "");
        }
        byte[] wkb = Arrays.copyOfRange(blob, from, blob.length);
        if (check.hasCurves()) {
            return Curves.read(wkb);
        }
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException | RuntimeException e) {
            throw new SourceException("the geometry is not valid well-known binary", "");
        }
    }

    /** Most shapes are points, and need no reader. An empty one has NaN for both (OGC 12-128r18, 2.1.3.1.1). */
    private static @Nullable Geometry point(double x, double y) {
        return Double.isNaN(x) && Double.isNaN(y) ? null : FACTORY.createPoint(new Coordinate(x, y));
    }
}
