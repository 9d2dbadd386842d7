package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Reads the value of a {@code geometry} member; used again for the next. Whatever is wrong with it, the parser stands at its last token afterwards. */
abstract class GeometryReader {
    private @Nullable String problem;

    /** The geometry that begins at the current token; null when it is missing, empty, or has a {@link #problem}. */
    final @Nullable Geometry read(JsonParser at) throws IOException {
        problem = null;
        Geometry found;
        try {
            found = value(at);
        } catch (IllegalArgumentException e) {
            // What JTS says of a ring that is open or too short, or of a line of one point.
            problem("a ring or line of the geometry is not closed or has too few positions");
            found = null;
        }
        return problem == null ? found : null;
    }

    /** As {@link #read}; an IllegalArgumentException of JTS only when the value has been read to its end. */
    abstract @Nullable Geometry value(JsonParser at) throws IOException;

    /** Keeps the first problem of a geometry. */
    final void problem(@Nullable String found) {
        if (problem == null) {
            problem = found;
        }
    }

    /** Why the geometry just read cannot be used, without a full stop; null when it can. */
    final @Nullable String problem() {
        return problem;
    }
}
