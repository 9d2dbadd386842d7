package org.headroom.export;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.Utf8Column;
import org.jspecify.annotations.Nullable;

/**
 * One field of a .dbf: its place in the record and how its values become bytes. The space before it is blank when
 * {@link #format} is called. Safe for several threads that format different rows.
 */
sealed interface DbfField {
    DbfColumn column();

    /**
     * Formats the values of rows {@code from} to {@code to} exclusive.
     *
     * @param offset place of the first row's field in {@code out}
     * @param stride bytes from one row to the next
     * @throws IllegalStateException when a value is not among those that the field was planned for
     */
    void format(int from, int to, byte[] out, int offset, int stride);

    /** A field of texts, left-aligned UTF-8. */
    sealed interface OfTexts extends DbfField {
        TextWidth width();

        @Override
        default DbfColumn column() {
            return width().column();
        }
    }

    /** Texts from strings. */
    record Text(TextWidth width, IntFunction<@Nullable String> source) implements OfTexts {
        /** A character of UTF-8 has at most 4 bytes, so a text that leaves more room than that was not cut. */
        private static final int LONGEST_CHARACTER = 4;

        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int fieldWidth = column().width();
            int at = offset;
            for (int row = from; row < to; row++) {
                String value = source.apply(row);
                if (value != null) {
                    int limit = at + fieldWidth;
                    int end = Utf8.put(value, out, at, limit);
                    if (limit - end < LONGEST_CHARACTER) {
                        int bytes = Utf8.length(value);
                        if (bytes > fieldWidth) {
                            width.tooLong(row, bytes);
                        }
                    }
                }
                at += stride;
            }
        }
    }

    /** Texts that are UTF-8 already. */
    record Bytes(TextWidth width, Utf8Column source) implements OfTexts {
        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int fieldWidth = column().width();
            byte[] text = new byte[source.longestBytes()];
            int at = offset;
            for (int row = from; row < to; row++) {
                int bytes = source.copy(row, text);
                if (bytes > fieldWidth) {
                    width.tooLong(row, bytes);
                    bytes = Utf8.cut(text, fieldWidth);
                }
                Utf8.put(text, bytes, out, at);
                at += stride;
            }
        }
    }

    /** Texts out of a few: {@code cells} as they stand in the field, {@code lengths} before they were cut. */
    record Coded(TextWidth width, CodedColumn source, byte[][] cells, int[] lengths) implements OfTexts {
        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int fieldWidth = column().width();
            int at = offset;
            for (int row = from; row < to; row++) {
                int code = source.checkedCode(row);
                if (code != ExportColumn.NO_CODE) {
                    byte[] cell = cells[code];
                    System.arraycopy(cell, 0, out, at, cell.length);
                    if (lengths[code] > fieldWidth) {
                        width.tooLong(row, lengths[code]);
                    }
                }
                at += stride;
            }
        }
    }

    /** Right-aligned, blank when missing. */
    record Number(DbfColumn column, IntToDoubleFunction source, double smallest, double largest) implements DbfField {
        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int width = column.width();
            int decimals = column.decimals();
            int end = offset + width;
            for (int row = from; row < to; row++) {
                double value = source.applyAsDouble(row);
                if (!Double.isNaN(value)) {
                    // The second check is for -0.0, which no comparison tells from 0.0.
                    if (value < smallest
                            || value > largest
                            || FixedDecimal.putRight(value, decimals, out, end) < end - width) {
                        throw ColumnChecks.unexpected(column.column(), row, Double.toString(value));
                    }
                }
                end += stride;
            }
        }
    }

    /** Right-aligned, blank when missing. */
    record Whole(DbfColumn column, IntToLongFunction source, long smallest, long largest) implements DbfField {
        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int end = offset + column.width();
            for (int row = from; row < to; row++) {
                long value = source.applyAsLong(row);
                if (value != ExportColumn.MISSING) {
                    if (value < smallest || value > largest) {
                        throw ColumnChecks.unexpected(column.column(), row, Long.toString(value));
                    }
                    FixedDecimal.putRight(value, out, end);
                }
                end += stride;
            }
        }
    }

    /** YYYYMMDD, blank when missing. */
    record Day(DbfColumn column, IntToLongFunction source, long first, long last) implements DbfField {
        static final int WIDTH = 8;

        @Override
        public void format(int from, int to, byte[] out, int offset, int stride) {
            int at = offset;
            for (int row = from; row < to; row++) {
                long epochDay = source.applyAsLong(row);
                if (epochDay != ExportColumn.MISSING) {
                    if (epochDay < first || epochDay > last) {
                        throw ColumnChecks.unexpected(column.column(), row, epochDay + " days since 1970-01-01");
                    }
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
