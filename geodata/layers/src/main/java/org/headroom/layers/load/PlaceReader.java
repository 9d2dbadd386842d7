package org.headroom.layers.load;

import java.util.List;
import org.headroom.layers.format.RawRecord;

/** Says where a record lies. Not safe for several threads. */
@FunctionalInterface
public interface PlaceReader {
    /** The place of a record; takes over its geometry. */
    Place locate(RawRecord record);

    /** What somebody should know of the places of the whole file, each in one sentence without a full stop; complete when all are located. */
    default List<String> notes() {
        return List.of();
    }
}
