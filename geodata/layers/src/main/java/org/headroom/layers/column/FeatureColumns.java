package org.headroom.layers.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.columns.Column;
import org.headroom.columns.ColumnBytes;
import org.headroom.columns.ColumnFile;
import org.headroom.columns.ColumnMap;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.headroom.columns.WordColumn;
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
    static final String GEOMETRIES = "geometries";
    static final String LINES = "lines";
    static final int NO_GEOMETRY = -1;
    /** Line n is kept as this less n, so that only areas have numbers from 0 on. */
    static final int FIRST_LINE = -2;

    private static final int GEOMETRIES_AT_ONCE = 1 << 10;
    private static final Column NONE_OF_8 = ColumnFile.usual(0, Long.BYTES).column(0);
    private static final Column NONE_OF_4 = ColumnFile.usual(0, Integer.BYTES).column(0);
    private static final WordColumn NO_WORDS = new WordColumn(ColumnFile.usual(0, Integer.BYTES), null);

    private final int size;
    private final Map<String, ColumnBytes> columns;
    private final Map<String, Column> numbers = new HashMap<>();
    private final Map<String, WordColumn> words = new HashMap<>();
    private final ColumnMap longitudes;
    private final ColumnMap latitudes;
    private final @Nullable ColumnMap geometryOf;
    private final @Nullable ColumnMap recordNumbers;
    private final @Nullable TextFile ids;

    /**
     * @param size number of records
     * @param columns by name; IllegalArgumentException when one is missing or does not fit the number of records
     */
    public FeatureColumns(int size, Map<String, ColumnBytes> columns) {
        this.size = size;
        this.columns = Map.copyOf(columns);
        for (String name : columns.keySet()) {
            if (name.endsWith(WordColumn.NUMBERS)) {
                String list = name.substring(0, name.length() - WordColumn.NUMBERS.length()) + WordColumn.WORDS;
                boolean hasWords = columns.containsKey(list + TextFile.ENDS);
                words.put(
                        name,
                        new WordColumn(
                                file(name, Integer.BYTES),
                                hasWords ? texts(list).mapped() : null));
            } else if (!name.endsWith(TextFile.ENDS) && !name.endsWith(TextFile.BYTES)) {
                int width = name.endsWith(I32) ? Integer.BYTES : Long.BYTES;
                numbers.put(name, file(name, width).column(0));
            }
        }
        this.longitudes = bytes(LONGITUDES).map();
        this.latitudes = bytes(LATITUDES).map();
        this.geometryOf = columns.containsKey(GEOMETRY_OF) ? bytes(GEOMETRY_OF).map() : null;
        this.recordNumbers =
                columns.containsKey(RECORD_NUMBERS) ? bytes(RECORD_NUMBERS).map() : null;
        this.ids = columns.containsKey(IDS + TextFile.ENDS) ? texts(IDS).mapped() : null;
    }

    private ColumnBytes bytes(String name) {
        ColumnBytes bytes = columns.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return bytes;
    }

    private ColumnFile file(String name, int width) {
        ColumnFile file = new ColumnFile(bytes(name), size, width);
        if (!file.isComplete()) {
            throw new IllegalArgumentException("column " + name + " does not have " + size + " records");
        }
        return file;
    }

    private TextFile texts(String name) {
        return new TextFile(bytes(name + TextFile.ENDS), bytes(name + TextFile.BYTES));
    }

    public int size() {
        return size;
    }

    public boolean hasField(String field) {
        return numbers.containsKey(NUMBER + field + F64)
                || numbers.containsKey(DATE + field + I32)
                || words.containsKey(TEXT + field + WordColumn.NUMBERS);
    }

    /** Numbers of records; NaN where missing. */
    public void readNumbers(String field, int first, int count, double[] out) {
        numbers.getOrDefault(NUMBER + field + F64, NONE_OF_8).readDoubles(first, count, out, Double.NaN);
    }

    /** Texts of records; null where missing. */
    @SuppressWarnings("NullAway") // does not read the null mark of an array's elements from a class file
    public void readTexts(String field, int first, int count, @Nullable String[] out) {
        words.getOrDefault(TEXT + field + WordColumn.NUMBERS, NO_WORDS).read(first, count, out);
    }

    /** Days of records since 1970-01-01; {@link FeatureLayer#NO_DATE} where missing. */
    public void readDates(String field, int first, int count, int[] out) {
        numbers.getOrDefault(DATE + field + I32, NONE_OF_4).readInts(first, count, out, FeatureLayer.NO_DATE);
    }

    /** Degrees east; NaN where not located. */
    public void readLongitudes(int first, int count, double[] out) {
        numbers.getOrDefault(LONGITUDES, NONE_OF_8).readDoubles(first, count, out, Double.NaN);
    }

    /** Degrees north; NaN where not located. */
    public void readLatitudes(int first, int count, double[] out) {
        numbers.getOrDefault(LATITUDES, NONE_OF_8).readDoubles(first, count, out, Double.NaN);
    }

    public double longitude(int record) {
        return longitudes.getDouble(record, Double.NaN);
    }

    public double latitude(int record) {
        return latitudes.getDouble(record, Double.NaN);
    }

    /** Place of the record's area in {@link #geometries}; -1 for none; less for a line, as {@link #lineOf} says. */
    public int geometryOf(int record) {
        return geometryOf == null ? NO_GEOMETRY : geometryOf.getInt(record, NO_GEOMETRY);
    }

    /** Place of the record's line, points or outline in {@link #lines}; negative for none. */
    public int lineOf(int record) {
        return FIRST_LINE - geometryOf(record);
    }

    /** {@link #geometryOf} of all records. */
    public int[] geometryOf() {
        int[] out = new int[size];
        numbers.getOrDefault(GEOMETRY_OF, NONE_OF_4).readInts(0, size, out, NO_GEOMETRY);
        return out;
    }

    /** The record's own id, or its number in the source. */
    public String recordId(int record) {
        if (ids != null) {
            return String.valueOf(ids.get(record));
        }
        return Long.toString(recordNumber(record));
    }

    /** The record's number in the source, from 1. */
    public long recordNumber(int record) {
        return record + 1L + (recordNumbers == null ? 0 : recordNumbers.getLong(record));
    }

    /** The record's area as well-known binary; null for none. */
    public byte @Nullable [] areaBytes(int record) {
        int geometry = geometryOf(record);
        return geometry < 0 ? null : texts(GEOMETRIES).read(geometry, 1).bytes(0);
    }

    /** All distinct areas, read anew. */
    public List<Geometry> geometries() {
        return shapes(GEOMETRIES);
    }

    /** All lines, clouds of points and outlines of nodes, read anew. */
    public List<Geometry> lines() {
        return shapes(LINES);
    }

    private List<Geometry> shapes(String name) {
        if (!columns.containsKey(name + TextFile.ENDS)) {
            return List.of();
        }
        TextFile areas = texts(name);
        WKBReader wkb = new WKBReader();
        List<Geometry> out = new ArrayList<>();
        for (int first = 0, count = areas.size(); first < count; first += GEOMETRIES_AT_ONCE) {
            TextBlock some = areas.read(first, Math.min(GEOMETRIES_AT_ONCE, count - first));
            for (int i = 0; i < some.size(); i++) {
                try {
                    out.add(wkb.read(some.bytes(i)));
                } catch (ParseException e) {
                    throw new IllegalStateException("a shape whose check sum fits cannot be read", e);
                }
            }
        }
        return List.copyOf(out);
    }
}
