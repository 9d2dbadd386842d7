package org.headroom.layers.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The columns that {@link FeatureWriter} wrote, read where they lie; nothing is kept in the heap but what a call returns. Immutable and safe for
 * several threads. Records are numbered from 0; a field that is not there is missing in all records.
 */
public final class FeatureColumns {
    static final String NUMBER = "number-";
    static final String TEXT = "text-";
    static final String DATE = "date-";
    static final String F64 = ".f64";
    static final String I32 = ".i32";
    static final String LONGITUDES = "longitude" + F64;
    static final String LATITUDES = "latitude" + F64;
    static final String IDS = "id";
    static final String RECORD_NUMBERS = "record.i64";
    static final String GEOMETRY_OF = "geometry" + I32;
    static final String GEOMETRY_PLACES = "geometries.i64";
    static final String GEOMETRIES = "geometries.wkb";

    private final int size;
    private final SortedMap<String, ColumnBytes> columns;
    private final ColumnBytes longitudes;
    private final ColumnBytes latitudes;
    private final @Nullable ColumnBytes geometryOf;

    /**
     * @param size number of records
     * @param columns by name; IllegalArgumentException when one is missing or does not fit the number of records
     */
    public FeatureColumns(int size, Map<String, ColumnBytes> columns) {
        this.size = size;
        this.columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        this.longitudes = required(LONGITUDES);
        this.latitudes = required(LATITUDES);
        this.geometryOf = columns.get(GEOMETRY_OF);
        columns.forEach((name, bytes) -> {
            boolean isOneARecord = !name.startsWith("geometries.") && !name.endsWith(TextOutput.TEXTS);
            int width = name.endsWith(I32) ? Integer.BYTES : Long.BYTES;
            if (isOneARecord && bytes.size() != (long) width * size) {
                throw new IllegalArgumentException("column " + name + " does not have " + size + " records");
            }
        });
    }

    private ColumnBytes required(String name) {
        ColumnBytes bytes = columns.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return bytes;
    }

    public int size() {
        return size;
    }

    /** All columns by name. */
    public SortedMap<String, ColumnBytes> columns() {
        return columns;
    }

    public boolean hasField(String field) {
        return columns.containsKey(NUMBER + field + F64)
                || columns.containsKey(DATE + field + I32)
                || columns.containsKey(TEXT + field + TextOutput.PLACES);
    }

    /** Numbers of records; NaN where missing. */
    public void readNumbers(String field, int first, int count, double[] out) {
        ColumnBytes bytes = columns.get(NUMBER + field + F64);
        if (bytes == null) {
            Arrays.fill(out, 0, count, Double.NaN);
        } else {
            bytes.get(8L * first, out, count);
        }
    }

    /** Texts of records; null where missing. */
    public void readTexts(String field, int first, int count, @Nullable String[] out) {
        if (columns.containsKey(TEXT + field + TextOutput.PLACES)) {
            text(TEXT + field).read(first, count, out);
        } else {
            Arrays.fill(out, 0, count, null);
        }
    }

    /** Days of records since 1970-01-01; {@link FeatureLayer#NO_DATE} where missing. */
    public void readDates(String field, int first, int count, int[] out) {
        ColumnBytes bytes = columns.get(DATE + field + I32);
        if (bytes == null) {
            Arrays.fill(out, 0, count, FeatureLayer.NO_DATE);
        } else {
            bytes.get(4L * first, out, count);
        }
    }

    /** Degrees east; NaN where not located. */
    public void readLongitudes(int first, int count, double[] out) {
        longitudes.get(8L * first, out, count);
    }

    /** Degrees north; NaN where not located. */
    public void readLatitudes(int first, int count, double[] out) {
        latitudes.get(8L * first, out, count);
    }

    public double longitude(int record) {
        return longitudes.getDouble(8L * record);
    }

    public double latitude(int record) {
        return latitudes.getDouble(8L * record);
    }

    /** Place of the record's area in {@link #geometries}; -1 for none. */
    public int geometryOf(int record) {
        return geometryOf == null ? -1 : geometryOf.getInt(4L * record);
    }

    /** {@link #geometryOf} of all records. */
    public int[] geometryOf() {
        int[] out = new int[size];
        if (geometryOf == null) {
            Arrays.fill(out, -1);
        } else {
            geometryOf.get(0, out, size);
        }
        return out;
    }

    /** The record's own id, or its number in the source. */
    public String recordId(int record) {
        if (columns.containsKey(IDS + TextOutput.PLACES)) {
            return String.valueOf(text(IDS).get(record));
        }
        ColumnBytes numbers = columns.get(RECORD_NUMBERS);
        return Long.toString(numbers == null ? record + 1L : numbers.getLong(8L * record));
    }

    /** All distinct areas, read anew. */
    public List<Geometry> geometries() {
        ColumnBytes places = columns.get(GEOMETRY_PLACES);
        if (places == null) {
            return List.of();
        }
        ColumnBytes bytes = required(GEOMETRIES);
        WKBReader wkb = new WKBReader();
        List<Geometry> out = new ArrayList<>();
        for (long at = 0; at < places.size(); at += Long.BYTES) {
            long place = places.getLong(at);
            try {
                out.add(wkb.read(bytes.getBytes(place + Integer.BYTES, bytes.getUnalignedInt(place))));
            } catch (ParseException e) {
                throw new IllegalStateException("an area whose check sum fits cannot be read", e);
            }
        }
        return List.copyOf(out);
    }

    private TextColumn text(String name) {
        return new TextColumn(required(name + TextOutput.PLACES), required(name + TextOutput.TEXTS));
    }
}
