package org.headroom.export.shapefile;

import java.time.LocalDate;
import java.util.Arrays;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.ExportColumn.WholeRange;
import org.headroom.export.FixedDecimal;

/** Days as YYYYMMDD, blank when missing. */
final class DayField extends DbfField {
    private static final int WIDTH = 8;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final WholeColumn column;
    /** A day that no field can hold, the first one found. */
    private long bad = ExportColumn.MISSING;

    private int badRow = Refusals.NO_ROW;

    DayField(WholeColumn column, String name) {
        super(column, name, 'D');
        this.column = column;
        WholeRange range = column.range();
        if (range != null) {
            bad = isBad(range.smallest()) ? range.smallest() : isBad(range.largest()) ? range.largest() : bad;
        }
    }

    @Override
    boolean needsRows() {
        return column.range() == null;
    }

    @Override
    void read(int from, int to) {
        for (int row = from; row < to && bad == ExportColumn.MISSING; row++) {
            long day = column.value().applyAsLong(row);
            if (isBad(day)) {
                bad = day;
                badRow = row;
            }
        }
    }

    @Override
    int findWidth(Refusals refusals) {
        if (bad != ExportColumn.MISSING) {
            refusals.add(column, badRow, bad + " days since 1970-01-01 is not in the years 1 to 9999");
        }
        int asked = column.heading().dbf().width();
        if (asked != 0 && asked != WIDTH) {
            refusals.add(column, Refusals.NO_ROW, "a width of " + asked + " is asked for, a date has " + WIDTH);
        }
        return WIDTH;
    }

    @Override
    void format(int from, int to, byte[] out, int offset, int stride) {
        int at = offset;
        for (int row = from; row < to; row++) {
            long epochDay = column.value().applyAsLong(row);
            if (epochDay != ExportColumn.MISSING) {
                if (isBad(epochDay)) {
                    throw column.unexpected(row, epochDay + " days since 1970-01-01");
                }
                LocalDate day = LocalDate.ofEpochDay(epochDay);
                Arrays.fill(out, at, at + WIDTH, (byte) '0');
                FixedDecimal.putRight(
                        day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(), out, at + WIDTH);
            }
            at += stride;
        }
    }

    private static boolean isBad(long day) {
        return day != ExportColumn.MISSING && (day < FIRST_DAY || day > LAST_DAY);
    }
}
