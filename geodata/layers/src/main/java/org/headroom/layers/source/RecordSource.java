package org.headroom.layers.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the records of one file, one after the other. Not safe for several threads. */
public interface RecordSource extends Closeable {
    /** Names of the columns; a name may stand twice. */
    List<String> columns();

    /** What the file says about its reference system, as a code or well-known text; empty when it says nothing. */
    Optional<String> findCrs();

    /** The next record, or null at the end. An IOException means that the rest of the file cannot be read. */
    @Nullable
    RawRecord next() throws IOException;
}
