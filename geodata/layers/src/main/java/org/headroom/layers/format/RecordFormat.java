package org.headroom.layers.format;

import java.io.IOException;

/** A format of records. */
public non-sealed interface RecordFormat extends LayerFormat {
    /** Whether records have a geometry of their own. */
    default boolean hasGeometry() {
        return true;
    }

    /** Opens a source; whoever asks closes it. A {@link SourceException} when it is not what the descriptor says. */
    RecordSource open(SourceAddress source, ReadOptions options) throws IOException;
}
