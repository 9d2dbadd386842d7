package org.headroom.layers.format.kml;

import java.util.Arrays;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.geometry.ShapeLimits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The positions of a {@code coordinates} element (OGC 12-007r2, 16.10): {@code longitude,latitude} or with an altitude, which is dropped, between
 * blanks. Used again for the next element. Not safe for several threads.
 */
final class CoordinateText implements XmlCursor.Characters {
    /** Longer than any position that a program writes. */
    private static final int MAX_POSITION = 200;

    private static final int MAX_SHOWN = 40;

    private final StringBuilder position = new StringBuilder();
    private double[] ordinates = new double[64];
    private int points;
    private @Nullable String problem;

    void begin() {
        position.setLength(0);
        points = 0;
        problem = null;
    }

    @Override
    public void add(char[] from, int first, int count) {
        for (int i = first; i < first + count; i++) {
            char c = from[i];
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                endPosition();
            } else if (position.length() < MAX_POSITION) {
                position.append(c);
            } else {
                problem(position.toString());
            }
        }
    }

    /** To be called at the end of the element. */
    void end() {
        endPosition();
    }

    private void endPosition() {
        if (position.isEmpty()) {
            return;
        }
        if (problem == null) {
            parse(position.toString());
        }
        position.setLength(0);
    }

    private void parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 2 || parts.length > 3) {
            problem(text);
            return;
        }
        try {
            put(Numbers.parse(parts[0]), Numbers.parse(parts[1]));
            if (parts.length == 3 && !parts[2].isEmpty()) {
                Numbers.parse(parts[2]);
            }
        } catch (NumberFormatException e) {
            problem(text);
        }
    }

    private void put(double x, double y) {
        if (points == ShapeLimits.MAX_VERTICES) {
            problem = ShapeLimits.TOO_MANY_VERTICES;
            return;
        }
        if (2 * points == ordinates.length) {
            ordinates = Arrays.copyOf(ordinates, 2 * ordinates.length);
        }
        ordinates[2 * points] = x;
        ordinates[2 * points + 1] = y;
        points++;
    }

    private void problem(String text) {
        if (problem == null) {
            String shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
            problem = "its coordinates have \"" + shown + "\" where longitude,latitude should stand";
        }
    }

    /** What is wrong with the coordinates, without a full stop; null for nothing. */
    @Nullable
    String problem() {
        return problem;
    }

    Coordinate[] positions() {
        Coordinate[] out = new Coordinate[points];
        for (int i = 0; i < points; i++) {
            out[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
        }
        return out;
    }
}
