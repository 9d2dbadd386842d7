package org.headroom.layers.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source is to be read, as its descriptor says. The components have the names of the keys of {@code source}.
 *
 * @param sheet sheet of a workbook; null for the first
 * @param table table of a database; null for the only one
 * @param headerRow row with the column names, from 1; 0 when there is none
 * @param headerRows rows from there on whose texts make up the names together, at least 1
 * @param skipRows rows passed over after the header row
 * @param delimiter character between two fields
 * @param encoding character set; null for the format's default
 * @param fillDown columns whose blank cells have the value of the cell above
 */
public record ReadOptions(
        @Nullable String sheet,
        @Nullable String table,
        int headerRow,
        int headerRows,
        int skipRows,
        char delimiter,
        @Nullable String encoding,
        List<String> fillDown) {
    public ReadOptions {
        fillDown = List.copyOf(fillDown);
    }
}
