package org.headroom.layers.format.flatgeobuf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.headroom.layers.format.geometry.ShapeLimits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * FlatGeobuf (specification 3.0, 2020), feature by feature; its index is passed over. Lengths in the file are checked before they are believed.
 */
final class FlatGeobufSource implements RecordSource {
    private static final int MAGIC_BYTES = 8;
    private static final int VERSION = 3;
    private static final int MAX_HEADER_BYTES = 16 << 20;
    private static final int MAX_FEATURE_BYTES = 250_000_000;
    private static final int NODE_BYTES = 40;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final InputStream in;
    private final Header header;
    private final PropertyReader properties;
    private final Optional<String> crs;
    private final long featureCount;
    private long left;
    private long number;

    FlatGeobufSource(Path file) throws IOException {
        this.left = Files.size(file);
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            checkMagic(bytes(MAGIC_BYTES, "its first bytes"));
            ByteBuffer whole = sized(MAX_HEADER_BYTES, "its header");
            this.header = Header.getRootAsHeader(whole);
            this.properties = new PropertyReader(header);
            this.crs = crs(header.crs());
            this.featureCount = header.featuresCount();
            long index = indexBytes(featureCount, header.indexNodeSize());
            if (index < 0 || index > left) {
                throw cut("its index");
            }
            in.skipNBytes(index);
            left -= index;
        } catch (RuntimeException e) {
            in.close();
            throw new SourceException("has a damaged FlatGeobuf header", "Copy or export the file again.");
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static void checkMagic(byte[] start) throws SourceException {
        if (start[0] != 'f' || start[1] != 'g' || start[2] != 'b') {
            throw new SourceException("is not FlatGeobuf", "Check source.file and source.format.");
        }
        if (start[3] != VERSION) {
            throw new SourceException(
                    "is FlatGeobuf of version " + start[3] + "; version " + VERSION + " is read",
                    "Export it again, for example by ogr2ogr.");
        }
    }

    /** Bytes of the packed tree over so many features; 0 without an index; -1 when the numbers are none that a file can have. */
    private static long indexBytes(long features, int nodeSize) {
        if (nodeSize == 0 || features == 0) {
            return 0;
        }
        if (nodeSize < 2 || features < 0 || features > Long.MAX_VALUE / (4 * NODE_BYTES)) {
            return -1;
        }
        long nodes = features;
        long level = features;
        do {
            level = (level + nodeSize - 1) / nodeSize;
            nodes += level;
        } while (level > 1);
        return nodes * NODE_BYTES;
    }

    private static Optional<String> crs(@Nullable Crs crs) {
        if (crs == null) {
            return Optional.empty();
        }
        if (crs.code() > 0) {
            return Optional.of((crs.org() == null ? "EPSG" : crs.org()) + ":" + crs.code());
        }
        return Optional.ofNullable(crs.wkt()).filter(text -> !text.isBlank());
    }

    private SourceException cut(String where) {
        return new SourceException("is cut off or damaged within " + where, "Copy the file again.");
    }

    private byte[] bytes(int count, String where) throws IOException {
        if (count > left) {
            throw cut(where);
        }
        byte[] read = in.readNBytes(count);
        left -= count;
        if (read.length < count) {
            throw cut(where);
        }
        return read;
    }

    /** The bytes that follow their own number. */
    private ByteBuffer sized(int most, String where) throws IOException {
        int size =
                ByteBuffer.wrap(bytes(4, where)).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (size < 4 || size > most) {
            throw cut(where);
        }
        return ByteBuffer.wrap(bytes(size, where)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public List<String> columns() {
        return properties.names();
    }

    @Override
    public Optional<String> findCrs() {
        return crs;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        if (left == 0) {
            if (featureCount != 0 && number != featureCount) {
                throw new SourceException(
                        "has " + number + " features, but says that it has " + featureCount, "Copy the file again.");
            }
            return null;
        }
        ByteBuffer bytes = sized(MAX_FEATURE_BYTES, "feature " + (number + 1));
        number++;
        @Nullable Object[] values = new @Nullable Object[properties.names().size()];
        try {
            Feature feature = Feature.getRootAsFeature(bytes);
            if (feature.columnsLength() > 0) {
                return ValuesRecord.damaged(number, values, "the feature has columns of its own, which are not read");
            }
            properties.read(feature.propertiesAsByteBuffer(), values);
            org.wololo.flatgeobuf.generated.Geometry geometry = feature.geometry();
            if (geometry == null) {
                return new ValuesRecord(number, values, null, null);
            }
            int type = header.geometryType() == GeometryType.Unknown ? geometry.type() : header.geometryType();
            String problem = problem(geometry, type, new long[] {bytes.capacity()}, 0);
            if (problem != null) {
                return ValuesRecord.damaged(number, values, problem);
            }
            Geometry read = read(geometry, type);
            return new ValuesRecord(number, values, read == null || read.isEmpty() ? null : read, null);
        } catch (RuntimeException e) {
            // Offsets in the bytes lead anywhere; what comes of that has many names.
            return ValuesRecord.damaged(number, values, "the feature is damaged");
        }
    }

    /** The library itself reads no collections. */
    private static @Nullable Geometry read(org.wololo.flatgeobuf.generated.Geometry geometry, int type)
            throws IOException {
        if (type != GeometryType.GeometryCollection) {
            return GeometryConversions.deserialize(geometry, type);
        }
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.partsLength(); i++) {
            Geometry part = read(geometry.parts(i), geometry.parts(i).type());
            if (part != null) {
                parts.add(part);
            }
        }
        return FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
    }

    private static @Nullable String problem(
            org.wololo.flatgeobuf.generated.Geometry geometry, int type, long[] bytesLeft, int depth) {
        if (type >= GeometryType.CircularString && type <= GeometryType.Surface) {
            return ShapeLimits.CURVES;
        }
        if (type >= GeometryType.PolyhedralSurface && type <= GeometryType.Triangle) {
            return ShapeLimits.SURFACE;
        }
        if (depth > ShapeLimits.MAX_COLLECTION_DEPTH) {
            return ShapeLimits.TOO_DEEP;
        }
        // Parts of a damaged shape may all lead to the same bytes, so these count once for each.
        bytesLeft[0] -= 8L * geometry.xyLength() + 4L * geometry.endsLength() + 4L * geometry.partsLength();
        if (bytesLeft[0] < 0) {
            return "the shape is damaged";
        }
        if (geometry.xyLength() / 2 > ShapeLimits.MAX_VERTICES) {
            return ShapeLimits.TOO_MANY_VERTICES;
        }
        for (int i = 0; i < geometry.partsLength(); i++) {
            org.wololo.flatgeobuf.generated.Geometry part = geometry.parts(i);
            String problem = problem(part, part.type(), bytesLeft, depth + 1);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
