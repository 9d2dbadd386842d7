package org.headroom.layers.describe;

import java.util.List;

/**
 * What a column of a file holds.
 *
 * @param name as the file has it
 * @param filled records with a value
 * @param type what most values are
 * @param least smallest number; NaN where they are no numbers
 * @param greatest greatest number; NaN where they are no numbers
 * @param frequent the most frequent values, most frequent first
 * @param distinct how many values differ; at most {@link #MAX_DISTINCT}, which then means that many or more
 */
public record ColumnDescription(
        String name, long filled, Type type, double least, double greatest, List<String> frequent, int distinct) {
    /** Values are told apart up to this many. */
    public static final int MAX_DISTINCT = 200;

    /** What most values of a column are. */
    public enum Type {
        NUMBER,
        DAY,
        TEXT,
        EMPTY
    }
}
