package org.headroom.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.export.ExportColumn.DateColumn;
import org.headroom.export.ExportColumn.IntegerColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.TextColumn;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * The first pass over a table: finds for each column the width that holds every value, and every value that no width can
 * hold, before anything is written.
 */
final class DbfPlanner {
    /** dBASE's limit of a text field, bytes. */
    static final int MAX_TEXT_BYTES = 254;
    /** dBASE's limit of a number field, characters with sign and point. */
    static final int MAX_NUMBER_WIDTH = 20;
    /** Whole numbers wider than this are read as floating point by OGR and lose their last digits. */
    static final int MAX_INTEGER_WIDTH = 18;

    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final RankedTable table;
    private final List<CutText> cuts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private DbfPlanner(RankedTable table) {
        this.table = table;
    }

    /** @throws HeadroomException naming every column with a value that a .dbf cannot hold */
    static DbfPlan plan(RankedTable table) {
        return new DbfPlanner(table).plan();
    }

    private DbfPlan plan() {
        Map<String, String> names =
                DbfNames.of(table.columns().stream().map(ExportColumn::name).toList());
        List<DbfField> fields = new ArrayList<>();
        for (ExportColumn column : table.columns()) {
            fields.add(field(column, names.getOrDefault(column.name(), "")));
        }
        if (!problems.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "the shapefile cannot hold the ranking: " + String.join("; ", problems),
                    "Lower the decimals of the column, or correct the input that gives the value.");
        }
        return new DbfPlan(fields, cuts);
    }

    private DbfField field(ExportColumn column, String dbfName) {
        if (column instanceof TextColumn text) {
            return text(text, dbfName);
        } else if (column instanceof NumberColumn number) {
            return number(number, dbfName);
        } else if (column instanceof IntegerColumn integer) {
            return integer(integer, dbfName);
        } else if (column instanceof DateColumn date) {
            return date(date, dbfName);
        }
        throw new IllegalStateException("no DBF field for " + column.getClass());
    }

    private static DbfColumn described(ExportColumn c, String dbfName, char type, int width, int decimals) {
        return new DbfColumn(c.name(), dbfName, type, width, decimals, c.unit(), c.description());
    }

    private DbfField text(TextColumn column, String dbfName) {
        int longest = 1;
        int cut = 0;
        for (int row = 0; row < table.rows(); row++) {
            String value = column.value().apply(row);
            if (value != null) {
                int bytes = Utf8.length(value);
                longest = Math.max(longest, bytes);
                cut += bytes > MAX_TEXT_BYTES ? 1 : 0;
            }
        }
        if (cut > 0) {
            cuts.add(new CutText(column.name(), dbfName, cut, longest));
        }
        return new DbfField.Text(described(column, dbfName, 'C', Math.min(longest, MAX_TEXT_BYTES), 0), column);
    }

    private DbfField number(NumberColumn column, String dbfName) {
        // The length grows with the magnitude, so the two ends decide; min and max tell -0.0 from 0.0, as the sign is
        // printed.
        double smallest = 0;
        double largest = 0;
        int lowRow = 0;
        int highRow = 0;
        for (int row = 0; row < table.rows(); row++) {
            double value = column.value().applyAsDouble(row);
            if (Double.isNaN(value)) {
                continue;
            }
            if (Double.compare(value, smallest) < 0) {
                smallest = value;
                lowRow = row;
            } else if (value > largest) {
                largest = value;
                highRow = row;
            }
        }
        int width = Math.max(checkedWidth(column, smallest, lowRow), checkedWidth(column, largest, highRow));
        return new DbfField.Number(described(column, dbfName, 'N', width, column.decimals()), column);
    }

    private int checkedWidth(NumberColumn column, double value, int row) {
        if (Double.isInfinite(value)) {
            refuse(column, row, Double.toString(value), "is not a finite number");
            return 1;
        }
        int width = FixedDecimal.length(value, column.decimals());
        if (width > MAX_NUMBER_WIDTH) {
            refuse(
                    column,
                    row,
                    FixedDecimal.toString(value, column.decimals()),
                    "needs " + width + " characters, the most are " + MAX_NUMBER_WIDTH);
        }
        return width;
    }

    private DbfField integer(IntegerColumn column, String dbfName) {
        int width = 1;
        boolean refused = false;
        for (int row = 0; row < table.rows(); row++) {
            long value = column.value().applyAsLong(row);
            if (value == ExportColumn.MISSING) {
                continue;
            }
            int length = FixedDecimal.length(value);
            width = Math.max(width, length);
            if (length > MAX_INTEGER_WIDTH && !refused) {
                refuse(
                        column,
                        row,
                        Long.toString(value),
                        "needs " + length + " characters, the most are " + MAX_INTEGER_WIDTH);
                refused = true;
            }
        }
        return new DbfField.Whole(described(column, dbfName, 'N', width, 0), column);
    }

    private DbfField date(DateColumn column, String dbfName) {
        for (int row = 0; row < table.rows(); row++) {
            long day = column.epochDay().applyAsLong(row);
            if (day != ExportColumn.MISSING && (day < FIRST_DAY || day > LAST_DAY)) {
                refuse(column, row, day + " days since 1970-01-01", "is not in the years 1 to 9999");
                break;
            }
        }
        return new DbfField.Day(described(column, dbfName, 'D', DbfField.Day.WIDTH, 0), column);
    }

    private void refuse(ExportColumn column, int row, String value, String reason) {
        problems.add("column " + column.name() + ", row " + (row + 1L) + ": " + value + " " + reason);
    }
}
