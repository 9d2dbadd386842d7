package org.headroom.export.flatgeobuf;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.RankedTable;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;

/** The rows of a table as features of FlatGeobuf; buffers are used again, so the bytes of a row are good until the next. */
final class FeatureBytes {
    private final RankedTable table;
    private final List<ExportColumn> columns;
    private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
    private ByteBuffer properties = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    FeatureBytes(RankedTable table) {
        this.table = table;
        this.columns = table.columns();
    }

    /** A feature behind its length. */
    ByteBuffer of(int row) {
        properties.clear();
        for (int column = 0; column < columns.size(); column++) {
            put(column, columns.get(column), row);
        }
        builder.clear();
        int propertiesAt = Feature.createPropertiesVector(builder, properties.flip());
        Geometry.startXyVector(builder, 2);
        builder.addDouble(table.latitude().applyAsDouble(row));
        builder.addDouble(table.longitude().applyAsDouble(row));
        int xy = builder.endVector();
        Geometry.startGeometry(builder);
        Geometry.addXy(builder, xy);
        int geometry = Geometry.endGeometry(builder);
        Feature.startFeature(builder);
        Feature.addGeometry(builder, geometry);
        Feature.addProperties(builder, propertiesAt);
        Feature.finishSizePrefixedFeatureBuffer(builder, Feature.endFeature(builder));
        return builder.dataBuffer();
    }

    private void put(int number, ExportColumn column, int row) {
        if (column instanceof NumberColumn numbers) {
            double value = numbers.value().applyAsDouble(row);
            if (!Double.isNaN(value)) {
                room(Short.BYTES + Double.BYTES).putShort((short) number).putDouble(value);
            }
        } else if (column instanceof WholeColumn whole && !whole.isDay()) {
            long value = whole.value().applyAsLong(row);
            if (value != ExportColumn.MISSING) {
                room(Short.BYTES + Long.BYTES).putShort((short) number).putLong(value);
            }
        } else {
            String text = column.text(row);
            if (text != null) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                room(Short.BYTES + Integer.BYTES + bytes.length)
                        .putShort((short) number)
                        .putInt(bytes.length)
                        .put(bytes);
            }
        }
    }

    private ByteBuffer room(int bytes) {
        if (properties.remaining() < bytes) {
            int size = Math.max(2 * properties.capacity(), properties.position() + bytes);
            int used = properties.position();
            properties =
                    ByteBuffer.wrap(Arrays.copyOf(properties.array(), size)).order(ByteOrder.LITTLE_ENDIAN);
            properties.position(used);
        }
        return properties;
    }
}
