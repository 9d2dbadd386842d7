package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.headroom.layers.format.geometry.ShapeLimits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Nested lists of positions. They are always read to their end, so that the parser stands behind them; what is wrong with them is kept. Used
 * again for the next lists.
 */
final class CoordinateReader {
    private static final int DEEPEST = 4;

    private double[] ordinates = new double[64];
    private int points;
    /** Points up to the end of each list of positions, and lists up to the end of each list of those. */
    private int[] lineEnds = new int[8];

    private int lines;
    private int[] polygonEnds = new int[4];
    private int polygons;
    private int positionDepth;
    private boolean hasEmptyPart;
    private @Nullable String problem;

    private int count;
    private double x;
    private double y;

    /** Reads from the first token of the value on, to its last. */
    void read(JsonParser at) throws IOException {
        reset();
        if (at.currentToken() != JsonToken.START_ARRAY) {
            problem("its coordinates are no list");
            at.skipChildren();
            return;
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = at.nextToken();
            if (token == JsonToken.START_ARRAY) {
                if (count > 0 || ++depth > DEEPEST) {
                    problem("its coordinates are nested unevenly or too deep");
                    at.skipChildren();
                    depth -= count > 0 ? 0 : 1;
                }
            } else if (token == JsonToken.END_ARRAY) {
                end(depth--);
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
                number(at.getDoubleValue(), depth);
            } else {
                problem("a coordinate is not a number");
                count++;
                at.skipChildren();
            }
        }
        if (points > 0 && hasEmptyPart) {
            problem("a part of its coordinates is empty");
        }
    }

    private void reset() {
        points = 0;
        lines = 0;
        polygons = 0;
        positionDepth = 0;
        hasEmptyPart = false;
        problem = null;
        count = 0;
    }

    private void number(double value, int depth) {
        if (!Double.isFinite(value)) {
            problem("a coordinate is no finite number");
        }
        if (positionDepth == 0) {
            positionDepth = depth;
        }
        if (depth != positionDepth) {
            problem("its coordinates are nested unevenly or too deep");
        }
        if (count == 0) {
            x = value;
        } else if (count == 1) {
            y = value;
        }
        count++;
    }

    private void end(int depth) {
        if (count > 0) {
            if (count == 1) {
                problem("a position has one number instead of two");
            }
            count = 0;
            add();
        } else if (positionDepth == 0 || depth >= positionDepth) {
            hasEmptyPart = true;
        } else if (depth == positionDepth - 1) {
            hasEmptyPart |= points == (lines == 0 ? 0 : lineEnds[lines - 1]);
            lineEnds = put(lineEnds, lines++, points);
        } else if (depth == positionDepth - 2) {
            hasEmptyPart |= lines == (polygons == 0 ? 0 : polygonEnds[polygons - 1]);
            polygonEnds = put(polygonEnds, polygons++, lines);
        }
    }

    private void add() {
        if (points == ShapeLimits.MAX_VERTICES) {
            problem(ShapeLimits.TOO_MANY_VERTICES);
            return;
        }
        if (2 * points == ordinates.length) {
            ordinates = Arrays.copyOf(ordinates, 2 * ordinates.length);
        }
        ordinates[2 * points] = x;
        ordinates[2 * points + 1] = y;
        points++;
    }

    private static int[] put(int[] into, int at, int value) {
        int[] out = at < into.length ? into : Arrays.copyOf(into, 2 * into.length);
        out[at] = value;
        return out;
    }

    private void problem(String found) {
        if (problem == null) {
            problem = found;
        }
    }

    /** What is wrong with the coordinates, without a full stop; null for nothing. */
    @Nullable
    String problem() {
        return problem;
    }

    boolean isEmpty() {
        return points == 0;
    }

    /** How many lists stand round a number: 1 for a point, 4 for several polygons; 0 when there is none. */
    int depth() {
        return positionDepth;
    }

    double x() {
        return ordinates[0];
    }

    double y() {
        return ordinates[1];
    }

    /** All positions, whatever lists they stand in. */
    Coordinate[] positions() {
        return positions(0, points);
    }

    private Coordinate[] positions(int from, int to) {
        Coordinate[] out = new Coordinate[to - from];
        for (int i = from; i < to; i++) {
            out[i - from] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
        }
        return out;
    }

    /** The lists of positions, whatever lists they stand in. */
    Coordinate[][] lines() {
        return lines(0, lines);
    }

    private Coordinate[][] lines(int from, int to) {
        Coordinate[][] out = new Coordinate[to - from][];
        for (int i = from; i < to; i++) {
            out[i - from] = positions(i == 0 ? 0 : lineEnds[i - 1], lineEnds[i]);
        }
        return out;
    }

    int polygonCount() {
        return polygons;
    }

    /** The rings of a polygon, from 0, where {@link #depth} is 4. */
    Coordinate[][] polygon(int number) {
        return lines(number == 0 ? 0 : polygonEnds[number - 1], polygonEnds[number]);
    }
}
