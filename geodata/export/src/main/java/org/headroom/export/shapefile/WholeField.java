package org.headroom.export.shapefile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.ExportColumn.WholeRange;
import org.headroom.export.FixedDecimal;
import org.jspecify.annotations.Nullable;

/** Whole numbers, right-aligned, {@link UnknownNumber} when missing, and days as YYYYMMDD, blank when missing. The two ends decide. */
final class WholeField extends DbfField {
    /** Whole numbers wider than this are read as floating point by OGR and lose their last digits. */
    private static final int MAX_WIDTH = 18;

    private static final int DAY_WIDTH = 8;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final WholeColumn column;
    private final long smallest;
    private final long largest;
    private byte @Nullable [] unknown;

    WholeField(WholeColumn column, String name) {
        super(column, name, column.isDay() ? 'D' : 'N');
        this.column = column;
        WholeRange range = told(column, column.range());
        boolean isEmpty = range.smallest() == ExportColumn.MISSING;
        smallest = isEmpty ? 0 : Math.min(0, range.smallest());
        largest = isEmpty ? 0 : Math.max(0, range.largest());
    }

    @Override
    int findWidth(Refusals refusals) {
        if (column.isDay()) {
            checkDay(smallest, refusals);
            checkDay(largest, refusals);
            int asked = column.heading().dbf().width();
            if (asked != 0 && asked != DAY_WIDTH) {
                refusals.add(column, "a width of " + asked + " is asked for, a date has " + DAY_WIDTH);
            }
            return DAY_WIDTH;
        }
        int needed = Math.max(length(smallest, refusals), length(largest, refusals));
        int width = refusals.width(column, needed, UnknownNumber.length(smallest), MAX_WIDTH);
        unknown = UnknownNumber.text(smallest, width);
        return width;
    }

    @Override
    String unknown() {
        return unknown == null ? "" : new String(unknown, StandardCharsets.US_ASCII);
    }

    private void checkDay(long day, Refusals refusals) {
        if (day < FIRST_DAY || day > LAST_DAY) {
            refusals.add(column, day + " days since 1970-01-01 is not in the years 1 to 9999");
        }
    }

    private int length(long value, Refusals refusals) {
        int length = FixedDecimal.length(value);
        refusals.checkFits(column, Long.toString(value), length, MAX_WIDTH);
        return length;
    }

    @Override
    void format(int from, int to, byte[] out, int offset, int stride) {
        int width = width();
        boolean isDay = column.isDay();
        long low = smallest;
        long high = largest;
        byte[] missing = unknown;
        int at = offset;
        for (int row = from; row < to; row++) {
            long value = column.value().applyAsLong(row);
            if (value != ExportColumn.MISSING) {
                if (value < low || value > high) {
                    throw column.unexpected(row, value + (isDay ? " days since 1970-01-01" : ""));
                }
                if (isDay) {
                    LocalDate day = LocalDate.ofEpochDay(value);
                    value = day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
                    Arrays.fill(out, at, at + width, (byte) '0');
                }
                FixedDecimal.putRight(value, out, at + width);
            } else if (missing != null) {
                System.arraycopy(missing, 0, out, at + width - missing.length, missing.length);
            } else if (!isDay) {
                throw Refusals.noRoomForUnknown(column);
            }
            at += stride;
        }
    }
}
