package org.headroom.feeds.postgis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Well-known binary as PostGIS reads it: with the code of its reference system (PostGIS manual, chapter 4, "EWKB"). */
final class ExtendedWkb {
    private static final int WITH_CODE = 0x20000000;
    private static final int WGS84 = 4326;
    private static final int HEAD = 1 + Integer.BYTES;

    private ExtendedWkb() {}

    /** @param wkb a shape in EPSG:4326 without a code */
    static String hex(byte[] wkb) {
        ByteOrder order = wkb[0] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer in = ByteBuffer.wrap(wkb).order(order);
        ByteBuffer out = ByteBuffer.allocate(wkb.length + Integer.BYTES).order(order);
        out.put(wkb[0]).putInt(in.getInt(1) | WITH_CODE).putInt(WGS84).put(wkb, HEAD, wkb.length - HEAD);
        return HexFormat.of().formatHex(out.array());
    }
}
