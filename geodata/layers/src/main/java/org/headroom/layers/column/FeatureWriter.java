package org.headroom.layers.column;

import java.util.List;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriter;
import org.headroom.columns.TextWriter;
import org.headroom.columns.WordWriter;
import org.headroom.model.LayerField;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes the records of a feature layer as columns, block by block, so that the heap holds few of them. A field's values are put before the
 * record is ended; what was not put stays as it was in another record. Not safe for several threads.
 */
public final class FeatureWriter implements AutoCloseable {
    private static final int MAX_SHARED = 1 << 14;

    private final ColumnStore store;
    private final List<LayerField> fields;
    private final ColumnWriter[] numbers;
    private final WordWriter[] texts;
    private final ColumnWriter longitudes;
    private final ColumnWriter latitudes;
    private final ColumnWriter recordNumbers;
    private final ColumnWriter geometryOf;
    private final @Nullable TextWriter ids;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private final RecordBlock block;
    private @Nullable TextWriter geometries;
    private @Nullable TextWriter lines;
    private int geometryCount;
    private int lineCount;
    private int size;

    /**
     * @param fields the fields that will be put, by their place in this list
     * @param ownIds whether records have ids of their own
     */
    @SuppressWarnings("NullAway") // each field has one of the two writers
    public FeatureWriter(ColumnStore store, List<LayerField> fields, boolean ownIds) {
        this.store = store;
        this.fields = List.copyOf(fields);
        this.block = new RecordBlock(fields);
        this.numbers = new ColumnWriter[fields.size()];
        this.texts = new WordWriter[fields.size()];
        for (int i = 0; i < numbers.length; i++) {
            LayerField field = fields.get(i);
            switch (field.type()) {
                case NUMBER -> numbers[i] = begin(FeatureColumns.NUMBER + field.name() + FeatureColumns.F64);
                case DATE -> numbers[i] = begin(FeatureColumns.DATE + field.name() + FeatureColumns.I32);
                case TEXT -> {
                    texts[i] = new WordWriter(store, FeatureColumns.TEXT + field.name(), MAX_SHARED);
                    texts[i].numbers().begin();
                }
            }
        }
        this.longitudes = begin(FeatureColumns.LONGITUDES);
        this.latitudes = begin(FeatureColumns.LATITUDES);
        this.recordNumbers = store.create(FeatureColumns.RECORD_NUMBERS);
        this.geometryOf = store.create(FeatureColumns.GEOMETRY_OF);
        this.ids = ownIds ? new TextWriter(store, FeatureColumns.IDS) : null;
    }

    private ColumnWriter begin(String name) {
        return store.create(name).begin();
    }

    /** NaN is missing. */
    public void putNumber(int field, double value) {
        block.putNumber(field, value);
    }

    /** Null is missing. */
    public void putText(int field, @Nullable String value) {
        block.putText(field, value);
    }

    /** Days since 1970-01-01. */
    public void putDate(int field, int value) {
        block.putDay(field, value);
    }

    /** Keeps a line, a cloud of points or the outline of a node; gives the number that records refer to it by. */
    public int putLine(Geometry line) {
        TextWriter to = lines;
        if (to == null) {
            to = new TextWriter(store, FeatureColumns.LINES);
            lines = to;
        }
        byte[] bytes = wkb.write(line);
        to.add(bytes, 0, bytes.length);
        return FeatureColumns.FIRST_LINE - lineCount++;
    }

    /** Keeps an area; gives the number that records refer to it by. */
    public int putGeometry(Geometry area) {
        TextWriter to = geometries;
        if (to == null) {
            to = new TextWriter(store, FeatureColumns.GEOMETRIES);
            geometries = to;
        }
        byte[] bytes = wkb.write(area);
        to.add(bytes, 0, bytes.length);
        return geometryCount++;
    }

    /**
     * Ends a record.
     *
     * @param number in the source, from 1
     * @param id the record's own id; its number when that is empty
     * @param geometry what {@link #putGeometry} gave for its area or {@link #putLine} for its line; -1 for none
     */
    public void endRecord(long number, String id, double longitude, double latitude, int geometry) {
        // Nothing but zeros, and so no column, unless a record was left out.
        long recordNumberLessUsual = number - (size + 1L);
        String own = ids == null ? null : id.isEmpty() ? Long.toString(number) : id;
        block.end(recordNumberLessUsual, own, longitude, latitude, geometry);
        size++;
        if (block.isFull()) {
            write();
        }
    }

    /** Records ended. */
    public int size() {
        return size;
    }

    private void write() {
        int count = block.size();
        for (int field = 0; field < numbers.length; field++) {
            switch (fields.get(field).type()) {
                case NUMBER -> put(block.numbers(field), count, numbers[field]);
                case DATE -> put(block.days(field), count, FeatureLayer.NO_DATE, numbers[field]);
                case TEXT -> put(block.texts(field), count, texts[field]);
            }
        }
        put(block.longitudes, count, longitudes);
        put(block.latitudes, count, latitudes);
        put(block.geometries, count, FeatureColumns.NO_GEOMETRY, geometryOf);
        for (int i = 0; i < count; i++) {
            recordNumbers.putLong(block.recordNumbersLessUsual[i]);
        }
        if (ids != null) {
            for (int i = 0; i < count; i++) {
                ids.add(block.ids[i]);
            }
        }
        block.clear();
    }

    private static void put(double[] values, int count, ColumnWriter to) {
        for (int i = 0; i < count; i++) {
            to.putDouble(values[i], Double.NaN);
        }
    }

    private static void put(int[] values, int count, int usual, ColumnWriter to) {
        for (int i = 0; i < count; i++) {
            to.putInt(values[i], usual);
        }
    }

    private static void put(@Nullable String[] values, int count, WordWriter to) {
        for (int i = 0; i < count; i++) {
            to.put(values[i]);
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        try (store) {
            write();
        }
    }
}
