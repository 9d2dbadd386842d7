package org.headroom.layers.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.geometry.RingAssembler;
import org.headroom.layers.format.geometry.ShapeLimits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The shapes of a {@code .shp} file, one after the other or where an index says (ESRI Shapefile Technical Description, 1998). Z and M are passed over. A damaged
 * shape costs its record only; a file that ends too early is refused.
 */
final class ShapeReader implements Closeable {
    static final int FILE_CODE = 9994;
    /** Read about a shape that lies elsewhere; neighbours of it are often next. */
    private static final int WINDOW_BYTES = 1 << 14;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final FileChannel file;
    private final InputStream in;
    private final int @Nullable [] starts;
    private byte[] buffer = new byte[1 << 18];
    private ByteBuffer content = over(buffer);
    /** Bytes of the buffer that are filled, and the first of them that is not yet used. */
    private int filled;

    private int used;
    /** Where in the file the buffer begins. */
    private long bufferStart;

    private long left;
    private int record;
    private long unread;
    private final int fileType;
    private long otherTypes;

    /** @param starts offsets of the shapes in 16-bit words, in their order; null when they lie one behind the other */
    ShapeReader(Path shp, int @Nullable [] starts) throws IOException {
        long bytes = Files.size(shp);
        this.starts = starts;
        this.file = FileChannel.open(shp);
        this.in = Channels.newInputStream(file);
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
            fileType = Integer.reverseBytes(header.getInt(32));
            left = declared - 100;
            unread = bytes - declared;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean next() throws IOException {
        if (starts != null ? record == starts.length : left == 0) {
            return false;
        }
        if (starts != null) {
            seek(2L * starts[record]);
        }
        record++;
        require(8);
        // The length stands in big-endian order, unlike all that follows.
        long length = 2L * Integer.reverseBytes(content.getInt(used + 4));
        if (starts == null) {
            left -= 8 + length;
        }
        if (length < 4 || left < 0 || length > Integer.MAX_VALUE - 8) {
            throw damaged();
        }
        used += 8;
        require((int) length);
        content.limit(used + (int) length).position(used);
        used += (int) length;
        int type = content.getInt(content.position());
        if (type != fileType && type != 0) {
            otherTypes++;
        }
        return true;
    }

    /** Makes the byte at an offset of the file the next unused one. */
    private void seek(long offset) throws IOException {
        if (offset >= bufferStart && offset < bufferStart + filled) {
            used = (int) (offset - bufferStart);
            return;
        }
        bufferStart = Math.max(0, offset - WINDOW_BYTES / 2);
        file.position(bufferStart);
        filled = in.readNBytes(buffer, 0, WINDOW_BYTES);
        used = (int) Math.min(filled, offset - bufferStart);
    }

    /** Bytes behind the end that the header declares. */
    long unread() {
        return unread;
    }

    /** Shapes so far that are not of the type that the header gives for all. */
    long otherTypes() {
        return otherTypes;
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
        bufferStart += used;
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
                case 31 ->
                    throw new SourceException(
                            "the shape is a multipatch of surfaces, which is not read; make polygons of it", "");
                default -> throw new SourceException("the shape has type " + type + ", which cannot be read", "");
            };
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new SourceException("the shape is damaged", "");
        }
    }

    private Coordinate coordinate() {
        return new Coordinate(content.getDouble(), content.getDouble());
    }

    private Geometry multiPoint() throws SourceException {
        content.position(content.position() + 32);
        return FACTORY.createMultiPointFromCoords(coordinates(content.getInt()));
    }

    private Geometry lines() throws SourceException {
        Coordinate[][] parts = rings();
        LineString[] lines = new LineString[parts.length];
        for (int i = 0; i < parts.length; i++) {
            lines[i] = FACTORY.createLineString(parts[i]);
        }
        return FACTORY.createMultiLineString(lines);
    }

    private Coordinate[][] rings() throws SourceException {
        content.position(content.position() + 32);
        int parts = content.getInt();
        int points = content.getInt();
        if (parts < 0 || points < 0 || 4L * parts + 16L * points > content.remaining()) {
            throw new BufferUnderflowException();
        }
        if (points > ShapeLimits.MAX_VERTICES) {
            throw new SourceException(ShapeLimits.TOO_MANY_VERTICES, "");
        }
        int[] partStarts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            partStarts[i] = content.getInt();
        }
        partStarts[parts] = points;
        if (parts > 0 && partStarts[0] != 0 || points > 0 && parts == 0) {
            throw new BufferUnderflowException();
        }
        Coordinate[][] rings = new Coordinate[parts][];
        for (int i = 0; i < parts; i++) {
            rings[i] = coordinates(partStarts[i + 1] - partStarts[i]);
        }
        return rings;
    }

    private Coordinate[] coordinates(int count) throws SourceException {
        if (count < 0 || 16L * count > content.remaining()) {
            throw new BufferUnderflowException();
        }
        if (count > ShapeLimits.MAX_VERTICES) {
            throw new SourceException(ShapeLimits.TOO_MANY_VERTICES, "");
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
