package org.headroom.layers.format;

import org.jspecify.annotations.Nullable;

/**
 * How a source is to be read, as its descriptor says. The components have the names of the keys of {@code source}.
 *
 * @param sheet sheet of a workbook; null for the first
 * @param table table of a database; null for the only one
 * @param headerRow row with the column names, from 1; 0 when there is none
 * @param skipRows rows passed over after the header row
 * @param delimiter character between two fields
 * @param encoding character set; null for the format's default
 */
public record ReadOptions(
        @Nullable String sheet,
        @Nullable String table,
        int headerRow,
        int skipRows,
        char delimiter,
        @Nullable String encoding) {}
