package org.headroom.spi;

/** What the shapes of a layer stand for. */
public enum GeometryRole {
    /** Each is one thing at its place, such as a substation, whether drawn as a point, a line or an outline. */
    NODE,
    /** Each says something of all that lies within it, such as a county with the capacity of its lines. */
    AREA
}
