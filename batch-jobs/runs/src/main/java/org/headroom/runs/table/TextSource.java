package org.headroom.runs.table;

import org.headroom.columns.TextBlock;

/** A text of every site, read in blocks. Safe for several threads. */
@FunctionalInterface
interface TextSource {
    /** Reads the texts of the sites from {@code first} on. */
    TextBlock read(int first, int count);
}
