package org.headroom.export.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.headroom.export.Extent;

/** An area as GeoPackage holds it: header with the box round it, then WKB (OGC 12-128r17, 2.1.3); a polygon becomes a multipolygon of one. */
record Wkb(byte[] blob, Extent box) {
    private static final int SRS_ID = 4326;
    private static final int POLYGON = 3;
    private static final int MULTIPOLYGON = 6;
    /** Little-endian, with a box of two dimensions. */
    private static final byte FLAGS = 1 | 1 << 1;

    private static final int HEADER = 8 + 4 * Double.BYTES;

    /**
     * @param wkb polygon or multipolygon of two dimensions
     * @throws IllegalArgumentException when it is something else
     */
    static Wkb of(byte[] wkb) {
        ByteBuffer in = ByteBuffer.wrap(wkb);
        Box box = new Box();
        int type = begin(in);
        if (type == POLYGON) {
            box.polygon(in);
        } else if (type == MULTIPOLYGON) {
            for (int left = in.getInt(); left > 0; left--) {
                if (begin(in) != POLYGON) {
                    throw new IllegalArgumentException("a multipolygon of something else than polygons");
                }
                box.polygon(in);
            }
        } else {
            throw new IllegalArgumentException("well-known binary of type " + type + " is no area");
        }
        Extent extent = new Extent(box.minX, box.minY, box.maxX, box.maxY);
        int around = type == POLYGON ? 9 : 0;
        ByteBuffer out = ByteBuffer.allocate(HEADER + around + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G').put((byte) 'P').put((byte) 0).put(FLAGS).putInt(SRS_ID);
        out.putDouble(extent.minX())
                .putDouble(extent.maxX())
                .putDouble(extent.minY())
                .putDouble(extent.maxY());
        if (type == POLYGON) {
            out.put((byte) 1).putInt(MULTIPOLYGON).putInt(1);
        }
        return new Wkb(out.put(wkb).array(), extent);
    }

    /** Sets the byte order of what follows and gives its type. */
    private static int begin(ByteBuffer in) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return in.getInt();
    }

    /** Grows with the corners that go by. */
    private static final class Box {
        private double minX = Double.POSITIVE_INFINITY;
        private double minY = Double.POSITIVE_INFINITY;
        private double maxX = Double.NEGATIVE_INFINITY;
        private double maxY = Double.NEGATIVE_INFINITY;

        void polygon(ByteBuffer in) {
            for (int rings = in.getInt(); rings > 0; rings--) {
                for (int corners = in.getInt(); corners > 0; corners--) {
                    double x = in.getDouble();
                    double y = in.getDouble();
                    minX = Math.min(minX, x);
                    maxX = Math.max(maxX, x);
                    minY = Math.min(minY, y);
                    maxY = Math.max(maxY, y);
                }
            }
        }
    }
}
