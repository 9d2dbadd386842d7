package org.headroom.rules.vocabulary;

import java.util.List;

/**
 * A field that a rule may test: a criterion, or an attribute of the site.
 *
 * @param slot place among all fields, from 0
 * @param name criterion id or attribute name
 * @param kind what it holds
 * @param unit unit of a number; {@code category} or {@code 1} otherwise
 * @param labels the values that are possible, for a category and for texts with a closed list; else empty
 * @param criterion whether a module measures it; otherwise the site's source gives it
 */
public record SiteField(int slot, String name, Kind kind, String unit, List<String> labels, boolean criterion) {
    /** What a field holds. */
    public enum Kind {
        /** A number or an interval; NaN bounds when unknown. */
        NUMBER,
        /** One of the labels, stored as its place in the list. */
        CATEGORY,
        /** A text of the site's source; null when missing. */
        TEXT
    }

    public SiteField {
        labels = List.copyOf(labels);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
