package org.headroom.layers.format.geometry;

/** How large one shape may be, so that a made-up file cannot take all memory. */
public final class ShapeLimits {
    /** Vertices of one shape; outlines of countries, states and utilities have fewer, unless every stone of a coast is drawn. */
    public static final int MAX_VERTICES = 2_000_000;

    /** Collections within collections; programs write one. */
    public static final int MAX_COLLECTION_DEPTH = 16;

    /** Why a shape with too many vertices is not read, without a full stop. */
    public static final String TOO_MANY_VERTICES =
            "the shape has more than 2,000,000 vertices; simplify it, for example by ogr2ogr -simplify";

    /** Why a collection is not read, without a full stop. */
    public static final String TOO_DEEP = "the shape has collections nested more than 16 deep";

    public static final String SURFACE = "the geometry is a surface of triangles or faces, which is not read";

    /** Why arcs are not read, without a full stop. */
    public static final String CURVES = "the shape has curves; make them straight by ogr2ogr -nlt CONVERT_TO_LINEAR";

    private ShapeLimits() {}
}
