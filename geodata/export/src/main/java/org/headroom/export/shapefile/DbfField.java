package org.headroom.export.shapefile;

import java.util.Optional;
import org.headroom.export.DbfForm;
import org.headroom.export.ExportColumn;
import org.jspecify.annotations.Nullable;

/**
 * One field of a .dbf: first finds the width that holds every value of its column, from what the column says that it holds, then makes bytes
 * of the values. Once {@link #plan} is done, safe for several threads that format different rows.
 */
abstract class DbfField {
    private final ExportColumn column;
    private final String name;
    private final char type;
    private int width;

    /**
     * @param name name in the shapefile
     * @param type C text, N number, D date
     */
    DbfField(ExportColumn column, String name, char type) {
        this.column = column;
        this.name = name;
        this.type = type;
    }

    /**
     * What a column says that it holds.
     *
     * @throws IllegalArgumentException when it does not
     */
    static <T> T told(ExportColumn column, @Nullable T range) {
        if (range == null) {
            throw new IllegalArgumentException("column " + column.name()
                    + " does not say what it holds, which the fixed widths of a shapefile need");
        }
        return range;
    }

    /** The width that holds all values, or the one that is asked for; what the field cannot hold is added to {@code refusals}. */
    abstract int findWidth(Refusals refusals);

    /**
     * Formats the values of rows {@code from} to {@code to} exclusive; the space is blank before.
     *
     * @param offset place of the first row's field in {@code out}
     * @param stride bytes from one row to the next
     * @throws IllegalStateException when a value is not among those that the field was planned for
     */
    abstract void format(int from, int to, byte[] out, int offset, int stride);

    /** Digits behind the point. */
    int decimals() {
        return 0;
    }

    /** What stands for a value that is not known; empty for a blank. */
    String unknown() {
        return "";
    }

    /** What was cut so far. */
    Optional<CutText> cut() {
        return Optional.empty();
    }

    final void plan(Refusals refusals) {
        width = findWidth(refusals);
    }

    final int width() {
        return width;
    }

    final String name() {
        return name;
    }

    /** How the column is wanted. */
    final DbfForm.Need need() {
        return column.heading().dbf().need();
    }

    final DbfColumn column() {
        return new DbfColumn(column.name(), name, type, width, decimals(), unknown());
    }
}
