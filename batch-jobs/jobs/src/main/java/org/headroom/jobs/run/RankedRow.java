package org.headroom.jobs.run;

import java.util.Map;
import org.headroom.export.ColumnNames;

/**
 * A site as the published ranking shows it.
 *
 * @param values texts by the long names of the columns; a missing value is an empty text
 */
public record RankedRow(Map<String, String> values) {
    /** Any column by its long name; empty where the value is missing or the ranking has no such column. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }

    /** From 1. */
    public long rank() {
        return Long.parseLong(get(ColumnNames.RANK));
    }

    public String siteId() {
        return get(ColumnNames.SITE_ID);
    }

    public String name() {
        return get(ColumnNames.NAME);
    }

    /** The score that the site is ranked by. */
    public double score() {
        return Double.parseDouble(get(ColumnNames.SCORE));
    }

    public double scoreLowerBound() {
        return Double.parseDouble(get(ColumnNames.SCORE_LOWER_BOUND));
    }

    public double scoreUpperBound() {
        return Double.parseDouble(get(ColumnNames.SCORE_UPPER_BOUND));
    }

    public String gate() {
        return get(ColumnNames.GATE);
    }

    public long tier() {
        return Long.parseLong(get(ColumnNames.TIER));
    }
}
