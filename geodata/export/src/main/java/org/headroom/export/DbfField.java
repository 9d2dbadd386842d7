package org.headroom.export;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * One field of a .dbf: its place in the record and how its values become bytes. The space before it is blank when
 * {@link #format} is called. Holds no state, so several threads may format different rows.
 */
sealed interface DbfField {
    DbfColumn column();

    /**
     * Formats the values of rows {@code from} to {@code to} exclusive.
     *
     * @param offset place of the first row's field in {@code out}
     * @param stride bytes from one row to the next
     */
    void format(int from, int to, byte[] out, int offset, int stride);

    /** Left-aligned UTF-8. */
    record Text(DbfColumn column, ExportColumn.TextColumn source) implements DbfField {
        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int at = offset;
            for (int row = from; row < to; row++) {
                String value = source.value().apply(row);
                if (value != null) {
                    Utf8.put(value, out, at, at + column.width());
                }
                at += stride;
            }
        }
    }

    /** Right-aligned, blank when missing. */
    record Number(DbfColumn column, ExportColumn.NumberColumn source) implements DbfField {
        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int end = offset + column.width();
            for (int row = from; row < to; row++) {
                double value = source.value().applyAsDouble(row);
                if (!Double.isNaN(value)) {
                    FixedDecimal.putRight(value, column.decimals(), out, end);
                }
                end += stride;
            }
        }
    }

    /** Right-aligned, blank when missing. */
    record Whole(DbfColumn column, ExportColumn.IntegerColumn source) implements DbfField {
        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int end = offset + column.width();
            for (int row = from; row < to; row++) {
                long value = source.value().applyAsLong(row);
                if (value != ExportColumn.MISSING) {
                    FixedDecimal.putRight(value, out, end);
                }
                end += stride;
            }
        }
    }

    /** YYYYMMDD, blank when missing. */
    record Day(DbfColumn column, ExportColumn.DateColumn source) implements DbfField {
        static final int WIDTH = 8;

        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int at = offset;
            for (int row = from; row < to; row++) {
                long epochDay = source.epochDay().applyAsLong(row);
                if (epochDay != ExportColumn.MISSING) {
                    LocalDate day = LocalDate.ofEpochDay(epochDay);
                    Arrays.fill(out, at, at + WIDTH, (byte) '0');
                    FixedDecimal.putRight(
                            day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(),
                            out,
                            at + WIDTH);
                }
                at += stride;
            }
        }
    }
}
