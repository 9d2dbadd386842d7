package org.headroom.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A ranked table that was written, read back to check it. Methods throw when the file is not as the writer left it. */
public interface PublishedTable extends Closeable {
    /** Name of the file with the values. */
    String file();

    /** Number of rows that the file says it has. */
    long rows() throws IOException;

    /** Whether there is a column with this long name. */
    boolean has(String column);

    /**
     * Compares a cell with what it must show.
     *
     * @param row from 0, in rank order
     * @param column long name of a column of numbers
     * @param value what it must show, not NaN
     * @return what it shows instead; empty when it shows the value, with as many decimals as the column has
     */
    Optional<String> findDifference(long row, String column, double value) throws IOException;
}
