package org.headroom.layers.format.geometry;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Walks well-known binary (OGC 06-103r4, 2011, and its variant with flags for Z and M) before it is read, by the counts in it: a reader would
 * believe them.
 */
final class WkbCheck {
    private static final int Z_FLAG = 0x80000000;
    private static final int M_FLAG = 0x40000000;
    private static final int SRID_FLAG = 0x20000000;

    private final ByteBuffer bytes;
    private long vertices;
    private boolean curves;
    private @Nullable String problem;

    private WkbCheck(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Walks the geometry that begins at a byte and ends with the array. */
    static WkbCheck of(byte[] blob, int from) {
        WkbCheck check = new WkbCheck(ByteBuffer.wrap(blob));
        check.bytes.position(from);
        try {
            check.problem = check.geometry(0);
            if (check.problem == null && check.bytes.hasRemaining()) {
                check.problem = "the geometry is followed by " + check.bytes.remaining()
                        + " bytes that do not belong to it, so its counts are wrong";
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            check.problem = "the geometry is cut off, or its counts are wrong";
        }
        return check;
    }

    /** Why the geometry cannot be read, without a full stop; null when it can. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Whether something in it is an arc. */
    boolean hasCurves() {
        return curves;
    }

    private @Nullable String geometry(int depth) {
        if (depth > ShapeLimits.MAX_COLLECTION_DEPTH) {
            return ShapeLimits.TOO_DEEP;
        }
        byte order = bytes.get();
        if (order != 0 && order != 1) {
            return "the geometry is not valid well-known binary";
        }
        bytes.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = bytes.getInt();
        int plain = code & ~(Z_FLAG | M_FLAG | SRID_FLAG);
        if ((code & SRID_FLAG) != 0) {
            bytes.getInt();
        }
        boolean z = (code & Z_FLAG) != 0 || plain / 1000 == 1 || plain / 1000 == 3;
        boolean m = (code & M_FLAG) != 0 || plain / 1000 == 2 || plain / 1000 == 3;
        int pointBytes = 16 + (z ? 8 : 0) + (m ? 8 : 0);
        int type = plain < 0 || plain >= 4000 ? -1 : plain % 1000;
        return switch (type) {
            case 1 -> points(1, pointBytes);
            case 2 -> points(count(), pointBytes);
            case 3 -> rings(pointBytes);
            case 4, 5, 6, 7 -> parts(depth);
            case 8 -> {
                curves = true;
                yield points(count(), pointBytes);
            }
            // A curve of several, a polygon of curves, and several of either: parts that are geometries themselves.
            case 9, 10, 11, 12 -> {
                curves = true;
                yield parts(depth);
            }
            case 13, 14 -> ShapeLimits.CURVES;
            case 15, 16, 17 -> ShapeLimits.SURFACE;
            default -> "the geometry has the unknown type " + (code & 0xFFFFFFFFL);
        };
    }

    private int count() {
        int count = bytes.getInt();
        if (count < 0) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private @Nullable String points(int count, int pointBytes) {
        if ((long) count * pointBytes > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        bytes.position(bytes.position() + count * pointBytes);
        vertices += count;
        return vertices > ShapeLimits.MAX_VERTICES ? ShapeLimits.TOO_MANY_VERTICES : null;
    }

    private @Nullable String rings(int pointBytes) {
        int rings = count();
        for (int i = 0; i < rings; i++) {
            int points = count();
            int first = bytes.position();
            String problem = points(points, pointBytes);
            if (problem != null) {
                return problem;
            }
            int last = bytes.position() - pointBytes;
            if (points > 0
                    && (points < 4
                            || bytes.getDouble(first) != bytes.getDouble(last)
                            || bytes.getDouble(first + 8) != bytes.getDouble(last + 8))) {
                return "a ring of the geometry is not closed or has too few positions";
            }
        }
        return null;
    }

    private @Nullable String parts(int depth) {
        int parts = count();
        for (int i = 0; i < parts; i++) {
            String problem = geometry(depth + 1);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }
}
