package org.headroom.layers.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The shapes of a {@code .shp} file, one after the other (ESRI Shapefile Technical Description, 1998). Z and M are passed over. A damaged
 * shape costs its record only; a file that ends too early is refused.
 */
final class ShapeReader implements Closeable {
    private static final int FILE_CODE = 9994;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private ByteBuffer content = over(buffer);
    /** Bytes of the buffer that are filled, and the first of them that is not yet used. */
    private int filled;

    private int used;
    private long left;
    private int record;

    ShapeReader(Path file) throws IOException {
        long bytes = Files.size(file);
        this.in = Files.newInputStream(file);
        try {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(100));
            if (header.remaining() < 100 || header.getInt() != FILE_CODE) {
                throw new SourceException("is not a shapefile", "Check source.file and source.format.");
            }
            long declared = 2L * header.getInt(24);
            if (declared < 100 || declared > bytes) {
                throw new SourceException(
                        "is cut off: it says that it has " + declared + " bytes, but has " + bytes,
                        "Copy the file again.");
            }
            left = declared - 100;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean next() throws IOException {
        if (left == 0) {
            return false;
        }
        record++;
        require(8);
        // The length stands in big-endian order, unlike all that follows.
        long length = 2L * Integer.reverseBytes(content.getInt(used + 4));
        left -= 8 + length;
        if (length < 4 || left < 0 || length > Integer.MAX_VALUE - 8) {
            throw damaged();
        }
        used += 8;
        require((int) length);
        content.limit(used + (int) length).position(used);
        used += (int) length;
        return true;
    }

    /** Sees to it that so many unused bytes lie in the buffer. */
    private void require(int bytes) throws IOException {
        if (filled - used >= bytes) {
            content.clear();
            return;
        }
        byte[] target = bytes <= buffer.length ? buffer : new byte[bytes];
        System.arraycopy(buffer, used, target, 0, filled - used);
        filled -= used;
        used = 0;
        buffer = target;
        content = over(buffer);
        filled += in.readNBytes(buffer, filled, buffer.length - filled);
        if (filled < bytes) {
            throw damaged();
        }
    }

    private SourceException damaged() {
        return new SourceException(
                "is damaged at shape " + record + ": its length does not fit", "Copy the file again.");
    }

    /** Whether the shape just read is a whole point; {@link #x} and {@link #y} then give it. */
    boolean isPoint() {
        if (content.remaining() < 20) {
            return false;
        }
        int type = content.getInt(content.position());
        return type == 1 || type == 11 || type == 21;
    }

    double x() {
        return content.getDouble(content.position() + 4);
    }

    double y() {
        return content.getDouble(content.position() + 12);
    }

    /** The shape just read, other than a whole point; null for a null shape. */
    @Nullable
    Geometry shape() throws SourceException {
        try {
            int type = content.getInt();
            return switch (type) {
                case 0 -> null;
                case 1, 11, 21 -> throw new SourceException("the shape is damaged", "");
                case 8, 18, 28 -> multiPoint();
                case 3, 13, 23 -> lines();
                case 5, 15, 25 -> RingAssembler.assemble(rings(), FACTORY);
                default -> throw new SourceException("the shape has type " + type + ", which cannot be read", "");
            };
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new SourceException("the shape is damaged", "");
        }
    }

    private Coordinate coordinate() {
        return new Coordinate(content.getDouble(), content.getDouble());
    }

    private Geometry multiPoint() {
        content.position(content.position() + 32);
        return FACTORY.createMultiPointFromCoords(coordinates(content.getInt()));
    }

    private Geometry lines() {
        Coordinate[][] parts = rings();
        LineString[] lines = new LineString[parts.length];
        for (int i = 0; i < parts.length; i++) {
            lines[i] = FACTORY.createLineString(parts[i]);
        }
        return FACTORY.createMultiLineString(lines);
    }

    private Coordinate[][] rings() {
        content.position(content.position() + 32);
        int parts = content.getInt();
        int points = content.getInt();
        if (parts < 0 || points < 0 || 4L * parts + 16L * points > content.remaining()) {
            throw new BufferUnderflowException();
        }
        int[] starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = content.getInt();
        }
        starts[parts] = points;
        Coordinate[][] rings = new Coordinate[parts][];
        for (int i = 0; i < parts; i++) {
            rings[i] = coordinates(starts[i + 1] - starts[i]);
        }
        return rings;
    }

    private Coordinate[] coordinates(int count) {
        if (count < 0 || 16L * count > content.remaining()) {
            throw new BufferUnderflowException();
        }
        Coordinate[] out = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            out[i] = coordinate();
        }
        return out;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
