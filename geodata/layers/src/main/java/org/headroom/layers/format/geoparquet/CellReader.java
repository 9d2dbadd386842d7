package org.headroom.layers.format.geoparquet;

import org.apache.parquet.column.ColumnReader;
import org.jspecify.annotations.Nullable;

/** Makes a value, as records of layers have them, of the one that a column stands at. */
interface CellReader {
    @Nullable
    Object read(ColumnReader column);

    /** The value as a number where that takes no object; NaN where it does not. */
    default double decimal(ColumnReader column) {
        return read(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
