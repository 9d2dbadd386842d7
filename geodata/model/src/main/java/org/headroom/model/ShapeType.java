package org.headroom.model;

/** The shapes that a record may have on the map. */
public enum ShapeType {
    /** One place, or several. */
    POINT,
    /** A line, or several. */
    LINE,
    /** A polygon, or several. */
    AREA
}
