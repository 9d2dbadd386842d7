package org.headroom.layers.column;

import java.io.IOException;

/** Where columns are written once and then read. Numbers are little-endian. Not safe for several threads, other than what it gives. */
public interface ColumnStore {
    /** Begins a column; its name is one that a file may have. */
    ColumnOutput create(String name) throws IOException;

    /** A column whose output was closed; safe for several threads. */
    ColumnBytes open(String name) throws IOException;
}
