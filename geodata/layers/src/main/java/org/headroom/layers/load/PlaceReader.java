package org.headroom.layers.load;

import org.headroom.layers.format.RawRecord;

/** Says where a record lies. Not safe for several threads. */
@FunctionalInterface
public interface PlaceReader {
    /** The place of a record; takes over its geometry. */
    Place locate(RawRecord record);
}
