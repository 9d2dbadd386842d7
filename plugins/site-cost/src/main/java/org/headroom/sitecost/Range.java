package org.headroom.sitecost;

/**
 * A figure that lies between two bounds.
 *
 * @param low lower bound
 * @param high upper bound, not below {@code low}
 */
record Range(double low, double high) {
    Range times(double factor) {
        return new Range(low * factor, high * factor);
    }
}
