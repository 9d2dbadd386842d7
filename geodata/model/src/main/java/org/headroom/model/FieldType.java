package org.headroom.model;

/** The types of a layer's fields. */
public enum FieldType {
    /** A double; NaN when missing. */
    NUMBER,
    /** A text; null when missing. */
    TEXT,
    /** A day; missing is possible. */
    DATE
}
