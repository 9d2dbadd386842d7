package org.headroom.runs.table;

/** A number of every site, read in blocks. Safe for several threads. */
@FunctionalInterface
interface NumberSource {
    /** Reads the numbers of the sites from {@code first} on into the first places; NaN where there is none. */
    void read(int first, int count, double[] numbers);
}
