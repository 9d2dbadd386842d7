package org.headroom.layers.format;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the records of one source, one after the other. Not safe for several threads. */
public interface RecordSource extends Closeable {
    /** Names of the columns; a name may stand twice. */
    List<String> columns();

    /** What the file says about its reference system, as a code or well-known text; empty when it says nothing. */
    Optional<String> findCrs();

    /**
     * What somebody should know of the file although it was read, each in one sentence without a full stop; complete when {@link #next} has
     * given null. They are listed as NOTED against the whole file.
     */
    default List<String> notes() {
        return List.of();
    }

    /** The digest of all that was read, when {@link #next} has given null; empty for files, whose bytes have one. */
    default Optional<String> contentDigest() {
        return Optional.empty();
    }

    /**
     * The day of a serial number of a sheet, by the date system of 1900 where the file has none of its own; the time of day is cut off. A
     * DateTimeException for a number that is no sure day.
     */
    default LocalDate day(double serial) {
        return SerialDays.of1900(serial);
    }

    /** The next record, or null at the end. An IOException means that the rest of the file cannot be read. */
    @Nullable
    RawRecord next() throws IOException;
}
