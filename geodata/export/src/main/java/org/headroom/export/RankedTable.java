package org.headroom.export;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/**
 * A ranking to be written: one point a row, rows in rank order, read through accessors so that no object a row is needed, and in
 * windows so that no more than one window need be in memory.
 *
 * <p>A writer goes through the windows in order, from row 0 on, and loads each before it reads it. Accessors are called with row
 * numbers of the whole table, only for rows of the window loaded last, and from several threads at once; {@link Window#load} is
 * called by one thread while no accessor runs. A writer goes through the windows once for each file format.
 *
 * @param rows number of rows, from 0
 * @param windowRows rows of a window, at least 1; the last window may have fewer
 * @param window loads a window
 * @param longitude degrees east of a row counted from 0, EPSG:4326, -180 to 180, never NaN
 * @param latitude degrees north of a row counted from 0, EPSG:4326, -90 to 90, never NaN
 * @param extent smallest box round all rows, every one of which has a place; null when not known beforehand, which a
 *     shapefile does not take
 * @param columns columns in the order in which they are written, at least one; names differ by more than case
 */
public record RankedTable(
        int rows,
        int windowRows,
        Window window,
        IntToDoubleFunction longitude,
        IntToDoubleFunction latitude,
        @Nullable Extent extent,
        List<ExportColumn> columns) {
    public RankedTable {
        if (rows < 0) {
            throw new IllegalArgumentException("a table cannot have " + rows + " rows");
        }
        if (windowRows < 1) {
            throw new IllegalArgumentException("a window cannot have " + windowRows + " rows");
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one column");
        }
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (ExportColumn column : columns) {
            // Neither DBF nor SQL tells cases apart.
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("column name \"" + column.name() + "\" occurs twice");
            }
        }
    }

    /** A table whose rows can all be read at any time: one window, nothing to load, extent not known beforehand. */
    public static RankedTable inMemory(
            int rows, IntToDoubleFunction longitude, IntToDoubleFunction latitude, List<ExportColumn> columns) {
        return new RankedTable(rows, Math.max(1, rows), (from, to) -> {}, longitude, latitude, null, columns);
    }

    /** Makes rows readable. */
    @FunctionalInterface
    public interface Window {
        /**
         * Called for consecutive windows, the first of which begins with row 0. Rows of earlier windows need not stay readable. A
         * failure is thrown as it is to whoever asked for the file.
         *
         * @param from first row
         * @param to row behind the last
         */
        void load(int from, int to);
    }

    /**
     * Looks at the place of a row.
     *
     * @throws HeadroomException DATA when it is not on the earth
     */
    public void checkPlace(int row) {
        double east = longitude.applyAsDouble(row);
        double north = latitude.applyAsDouble(row);
        if (!Extent.isPlace(east, north)) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "row " + (row + 1L) + " of the ranking has no place on the earth: longitude " + east + ", latitude "
                            + north,
                    "Check the coordinate reference system and the axis order of the candidates' layer.");
        }
    }

    /** Loads the window that begins with a row and gives the row behind its last. */
    public int load(int from) {
        int to = (int) Math.min(rows, (long) from + windowRows);
        window.load(from, to);
        return to;
    }
}
