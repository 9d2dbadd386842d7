package org.headroom.export;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What every column and table must keep to; a breach is a defect of the caller. */
final class ColumnChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    /** Columns that GeoPackage adds by itself. */
    private static final Set<String> RESERVED = Set.of("fid", "geom");

    private ColumnChecks() {}

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("column name \"" + name
                    + "\" is not a letter followed by at most 62 letters, digits or underscores");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("column name \"" + name + "\" is kept for the GeoPackage's own column");
        }
    }

    static void checkDecimals(String name, int decimals) {
        if (decimals < 0 || decimals > FixedDecimal.MAX_DECIMALS) {
            throw new IllegalArgumentException("column " + name + ": " + decimals + " decimals are not between 0 and "
                    + FixedDecimal.MAX_DECIMALS);
        }
    }

    static void checkLength(String name, int longestBytes) {
        if (longestBytes < 0) {
            throw new IllegalArgumentException(
                    "column " + name + ": its longest text cannot have " + longestBytes + " bytes");
        }
    }

    static void checkRange(String name, double smallest, double largest) {
        if (!(smallest <= largest) && !(Double.isNaN(smallest) && Double.isNaN(largest))) {
            throw badRange(name, smallest, largest);
        }
    }

    static void checkRange(String name, long smallest, long largest) {
        if (smallest > largest || (smallest == ExportColumn.MISSING && largest != ExportColumn.MISSING)) {
            throw badRange(name, smallest, largest);
        }
    }

    /** For a value that the table said its column does not hold. */
    static IllegalStateException unexpected(String column, int row, String value) {
        return new IllegalStateException("column " + column + ", row " + (row + 1L) + ": " + value
                + " is not among what the table said that the column holds");
    }

    private static IllegalArgumentException badRange(String name, Number smallest, Number largest) {
        return new IllegalArgumentException(
                "column " + name + ": " + smallest + " to " + largest + " is not a range of values");
    }

    /** Names must differ by more than case, because neither DBF nor SQL tells cases apart. */
    static void checkUnique(List<ExportColumn> columns) {
        Set<String> seen = new HashSet<>();
        for (ExportColumn column : columns) {
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("column name \"" + column.name() + "\" occurs twice");
            }
        }
    }
}
