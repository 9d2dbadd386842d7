package org.headroom.runs.table;

/** One of a few things for every site, read in blocks. Safe for several threads. */
@FunctionalInterface
interface CodeSource {
    /** Reads the codes, from 0, of the sites from {@code first} on into the first places; -1 where there is none. */
    void read(int first, int count, int[] codes);
}
