package org.headroom.layers.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final DataInputStream in;
    private long left;
    private int record;
    private ByteBuffer content = ByteBuffer.allocate(0);

    ShapeReader(Path file) throws IOException {
        long bytes = Files.size(file);
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        try {
            if (bytes < 100 || in.readInt() != FILE_CODE) {
                throw new SourceException("is not a shapefile", "Check source.file and source.format.");
            }
            in.skipNBytes(20);
            long declared = 2L * in.readInt();
            in.skipNBytes(72);
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

    boolean next() throws IOException {
        if (left == 0) {
            return false;
        }
        record++;
        try {
            in.readInt();
            long length = 2L * in.readInt();
            left -= 8 + length;
            if (length < 4 || left < 0 || length > Integer.MAX_VALUE) {
                throw new EOFException();
            }
            byte[] bytes = new byte[(int) length];
            in.readFully(bytes);
            content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            return true;
        } catch (EOFException e) {
            throw new SourceException(
                    "is damaged at shape " + record + ": its length does not fit", "Copy the file again.");
        }
    }

    /** The shape just read; null for a null shape. */
    @Nullable
    Geometry shape() throws SourceException {
        try {
            int type = content.getInt();
            return switch (type) {
                case 0 -> null;
                case 1, 11, 21 -> FACTORY.createPoint(coordinate());
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
