package org.headroom.export;

import java.time.LocalDate;
import org.headroom.export.ExportColumn.DateColumn;
import org.headroom.export.ExportColumn.WholeRange;

/** Days: 8 characters, years of four digits. */
final class DateFieldPlan implements FieldPlan {
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final DateColumn column;
    private final boolean needsRows;
    /** A day that no field can hold, the first one found. */
    private long bad = ExportColumn.MISSING;

    private int badRow = Refusals.NO_ROW;

    DateFieldPlan(DateColumn column) {
        this.column = column;
        WholeRange range = column.range();
        needsRows = range == null;
        if (range != null) {
            bad = isBad(range.smallest()) ? range.smallest() : isBad(range.largest()) ? range.largest() : bad;
        }
    }

    @Override
    public boolean needsRows() {
        return needsRows;
    }

    @Override
    public void read(int from, int to) {
        for (int row = from; row < to && bad == ExportColumn.MISSING; row++) {
            long day = column.epochDay().applyAsLong(row);
            if (isBad(day)) {
                bad = day;
                badRow = row;
            }
        }
    }

    @Override
    public DbfField field(String dbfName, Refusals refusals) {
        if (bad != ExportColumn.MISSING) {
            refusals.add(column, badRow, bad + " days since 1970-01-01 is not in the years 1 to 9999");
        }
        if (column.dbf().width() != 0 && column.dbf().width() != DbfField.Day.WIDTH) {
            refusals.add(
                    column,
                    Refusals.NO_ROW,
                    "a width of " + column.dbf().width() + " is asked for, a date has " + DbfField.Day.WIDTH);
        }
        return new DbfField.Day(
                DbfColumn.of(column, dbfName, 'D', DbfField.Day.WIDTH, 0), column.epochDay(), FIRST_DAY, LAST_DAY);
    }

    private static boolean isBad(long day) {
        return day != ExportColumn.MISSING && (day < FIRST_DAY || day > LAST_DAY);
    }
}
