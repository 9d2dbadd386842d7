package org.headroom.layers.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A format of grids. */
public non-sealed interface RasterFormat extends LayerFormat {
    /**
     * Reads some bands into memory. A {@link SourceException} when the source is not what the descriptor says.
     *
     * @param bands band numbers, from 1
     * @param crs code of the reference system that replaces what the source says; null for none
     */
    RasterGrid read(SourceAddress source, int[] bands, @Nullable String crs) throws IOException;
}
