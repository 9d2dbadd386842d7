package org.headroom.miningconversion;

/**
 * A figure that lies between two bounds.
 *
 * @param low lower bound
 * @param high upper bound, not below {@code low}
 */
record Range(double low, double high) {
    static Range exactly(double value) {
        return new Range(value, value);
    }

    boolean isExact() {
        return low == high;
    }
}
