package org.headroom.export;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A ranking to be written: one point a row, rows in rank order, read through accessors so that no object a row is needed.
 *
 * @param rows number of rows, from 0
 * @param longitude degrees east of a row counted from 0, EPSG:4326, -180 to 180, never NaN
 * @param latitude degrees north of a row counted from 0, EPSG:4326, -90 to 90, never NaN
 * @param columns columns in the order in which they are written, at least one; names differ by more than case
 */
public record RankedTable(
        int rows, IntToDoubleFunction longitude, IntToDoubleFunction latitude, List<ExportColumn> columns) {
    public RankedTable {
        if (rows < 0) {
            throw new IllegalArgumentException("a table cannot have " + rows + " rows");
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one column");
        }
        columns = List.copyOf(columns);
        ColumnChecks.checkUnique(columns);
    }
}
