package org.headroom.layers.column;

import java.util.Arrays;
import java.util.List;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.jspecify.annotations.Nullable;

/**
 * Some records on their way to the columns, so that these are written one after the other, not a value of each in turn.
 */
@SuppressWarnings("NullAway") // takes the null mark of the elements of an array of arrays for one of the arrays
final class RecordBlock {
    private static final int RECORDS = 4096;
    /** A record may be as large as its source lets it; so many of them need not be kept. */
    private static final long MAX_CHARACTERS = 1 << 20;

    final double[] longitudes = new double[RECORDS];
    final double[] latitudes = new double[RECORDS];
    final long[] recordNumbersLessUsual = new long[RECORDS];
    final int[] geometries = new int[RECORDS];
    final @Nullable String[] ids = new @Nullable String[RECORDS];
    private final double[][] numbers;
    private final int[][] days;
    private final @Nullable String[][] texts;
    private long characters;
    private int size;

    RecordBlock(List<LayerField> fields) {
        numbers = new double[fields.size()][];
        days = new int[fields.size()][];
        texts = new @Nullable String[fields.size()][];
        for (int i = 0; i < fields.size(); i++) {
            FieldType type = fields.get(i).type();
            numbers[i] = new double[type == FieldType.NUMBER ? RECORDS : 0];
            days[i] = new int[type == FieldType.DATE ? RECORDS : 0];
            texts[i] = new @Nullable String[type == FieldType.TEXT ? RECORDS : 0];
        }
    }

    double[] numbers(int field) {
        return numbers[field];
    }

    int[] days(int field) {
        return days[field];
    }

    @Nullable
    String[] texts(int field) {
        return texts[field];
    }

    void putNumber(int field, double value) {
        numbers[field][size] = value;
    }

    void putDay(int field, int value) {
        days[field][size] = value;
    }

    void putText(int field, @Nullable String value) {
        texts[field][size] = value;
        characters += value == null ? 0 : value.length();
    }

    void end(long recordNumberLessUsual, @Nullable String id, double longitude, double latitude, int geometry) {
        recordNumbersLessUsual[size] = recordNumberLessUsual;
        ids[size] = id;
        characters += id == null ? 0 : id.length();
        longitudes[size] = longitude;
        latitudes[size] = latitude;
        geometries[size] = geometry;
        size++;
    }

    /** Records ended. */
    int size() {
        return size;
    }

    boolean isFull() {
        return size == RECORDS || characters >= MAX_CHARACTERS;
    }

    void clear() {
        for (@Nullable String[] column : texts) {
            Arrays.fill(column, 0, Math.min(size, column.length), null);
        }
        characters = 0;
        size = 0;
    }
}
