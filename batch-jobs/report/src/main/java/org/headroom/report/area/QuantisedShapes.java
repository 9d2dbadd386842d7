package org.headroom.report.area;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Areas of sites in whole steps of a grid. Neighbours that share points share them here.
 *
 * @param west degrees east of step 0
 * @param south degrees north of step 0
 * @param step degrees
 * @param rows the rows of the sites that have an area, ascending; row 0 is rank 1
 * @param shapes their areas: polygons of rings, the outer first, each {@code x, y, dx, dy, dx, dy ...} and not closed
 * @param outlines lines where two states meet, and where one ends, in the same form
 */
public record QuantisedShapes(
        @JsonProperty("lon0") double west,
        @JsonProperty("lat0") double south,
        @JsonProperty("step") double step,
        @JsonProperty("rows") List<Integer> rows,
        @JsonProperty("shapes") List<List<List<int[]>>> shapes,
        @JsonProperty("outlines") List<int[]> outlines) {
    public QuantisedShapes {
        rows = List.copyOf(rows);
        shapes = List.copyOf(shapes);
        outlines = List.copyOf(outlines);
    }

    /** Points from differences: {@code x, y, x, y ...} in steps. */
    public static int[] points(int[] differences) {
        int[] points = differences.clone();
        for (int i = 2; i < points.length; i++) {
            points[i] += points[i - 2];
        }
        return points;
    }

    /** The other way round. */
    static int[] differences(int[] points) {
        int[] differences = points.clone();
        for (int i = points.length - 1; i > 1; i--) {
            differences[i] -= differences[i - 2];
        }
        return differences;
    }
}
