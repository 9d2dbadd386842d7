package org.headroom.layers.column;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.headroom.model.LayerField;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes the records of a feature layer as columns, one record after the other, so that the heap holds none of them. A field's values are put
 * before the record is ended. Not safe for several threads.
 */
public final class FeatureWriter implements Closeable {
    private final ColumnStore store;
    private final List<ColumnOutput> outputs = new ArrayList<>();
    private final ColumnOutput[] numbers;
    private final TextOutput[] texts;
    private final ColumnOutput longitudes;
    private final ColumnOutput latitudes;
    private final @Nullable TextOutput ids;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private @Nullable ColumnOutput recordNumbers;
    private @Nullable ColumnOutput geometryOf;
    private @Nullable ColumnOutput geometryPlaces;
    private @Nullable ColumnOutput geometries;
    private int geometryCount;
    private int size;

    /**
     * @param fields the fields that will be put, by their place in this list
     * @param ownIds whether records have ids of their own
     */
    @SuppressWarnings("NullAway") // each field has one of the two outputs
    public FeatureWriter(ColumnStore store, List<LayerField> fields, boolean ownIds) throws IOException {
        this.store = store;
        this.numbers = new ColumnOutput[fields.size()];
        this.texts = new TextOutput[fields.size()];
        for (int i = 0; i < numbers.length; i++) {
            LayerField field = fields.get(i);
            switch (field.type()) {
                case NUMBER -> numbers[i] = output(FeatureColumns.NUMBER + field.name() + FeatureColumns.F64);
                case DATE -> numbers[i] = output(FeatureColumns.DATE + field.name() + FeatureColumns.I32);
                case TEXT -> texts[i] = textOutput(FeatureColumns.TEXT + field.name());
            }
        }
        this.longitudes = output(FeatureColumns.LONGITUDES);
        this.latitudes = output(FeatureColumns.LATITUDES);
        this.ids = ownIds ? textOutput(FeatureColumns.IDS) : null;
    }

    private ColumnOutput output(String name) throws IOException {
        ColumnOutput output = store.create(name);
        outputs.add(output);
        return output;
    }

    private TextOutput textOutput(String name) throws IOException {
        TextOutput output = new TextOutput(store, name);
        outputs.addAll(List.of(output.outputs()));
        return output;
    }

    /** NaN is missing. */
    public void putNumber(int field, double value) throws IOException {
        numbers[field].putDouble(value);
    }

    /** Null is missing. */
    public void putText(int field, @Nullable String value) throws IOException {
        texts[field].put(value);
    }

    /** Days since 1970-01-01. */
    public void putDate(int field, int value) throws IOException {
        numbers[field].putInt(value);
    }

    /** Keeps an area; gives the number that records refer to it by. */
    public int putGeometry(Geometry area) throws IOException {
        if (geometries == null || geometryPlaces == null) {
            geometryPlaces = output(FeatureColumns.GEOMETRY_PLACES);
            geometries = output(FeatureColumns.GEOMETRIES);
        }
        geometryPlaces.putLong(geometries.putSized(wkb.write(area)));
        return geometryCount++;
    }

    /**
     * Ends a record.
     *
     * @param number in the source, from 1
     * @param id the record's own id; its number when that is empty
     * @param geometry what {@link #putGeometry} gave for its area; -1 for none
     */
    public void endRecord(long number, String id, double longitude, double latitude, int geometry) throws IOException {
        longitudes.putDouble(longitude);
        latitudes.putDouble(latitude);
        if (ids != null) {
            ids.put(id.isEmpty() ? Long.toString(number) : id);
        } else {
            putNumber(number);
        }
        if (geometry >= 0 && geometryOf == null) {
            geometryOf = output(FeatureColumns.GEOMETRY_OF);
            for (int i = 0; i < size; i++) {
                geometryOf.putInt(-1);
            }
        }
        if (geometryOf != null) {
            geometryOf.putInt(geometry);
        }
        size++;
    }

    /** Numbers are only kept when a record was left out, so that they do not count up one by one. */
    private void putNumber(long number) throws IOException {
        if (recordNumbers == null && number != size + 1L) {
            recordNumbers = output(FeatureColumns.RECORD_NUMBERS);
            for (long i = 1; i <= size; i++) {
                recordNumbers.putLong(i);
            }
        }
        if (recordNumbers != null) {
            recordNumbers.putLong(number);
        }
    }

    /** Records ended. */
    public int size() {
        return size;
    }

    /** All columns, closed by {@link #close}. */
    public List<ColumnOutput> outputs() {
        return List.copyOf(outputs);
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (ColumnOutput output : outputs) {
            try {
                output.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
