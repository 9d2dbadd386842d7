package org.headroom.export.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A point as GeoPackage holds it: header of 8 bytes without envelope, then WKB, little-endian (OGC 12-128r17, 2.1.3). One buffer
 * is used again for each point, so a blob is good until the next; not safe for several threads.
 */
final class PointBlob {
    private static final int SRS_ID = 4326;
    private static final int WKB_POINT = 1;
    private static final int X = 13;
    private static final int Y = 21;

    private final ByteBuffer bytes = ByteBuffer.allocate(29).order(ByteOrder.LITTLE_ENDIAN);

    PointBlob() {
        bytes.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(SRS_ID);
        bytes.put((byte) 1).putInt(WKB_POINT);
    }

    byte[] of(double longitude, double latitude) {
        bytes.putDouble(X, longitude).putDouble(Y, latitude);
        return bytes.array();
    }
}
