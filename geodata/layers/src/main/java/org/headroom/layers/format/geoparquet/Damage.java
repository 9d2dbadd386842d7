package org.headroom.layers.format.geoparquet;

import org.headroom.layers.format.SourceException;

/** What is said of a file whose parts do not fit together. */
final class Damage {
    private static final String AGAIN = "Copy or export the file again.";

    private Damage() {}

    static SourceException in(String where) {
        return new SourceException("is cut off or damaged within " + where, AGAIN);
    }

    /** What a file has that is not read. */
    static SourceException unread(String message) {
        return new SourceException(message, "Convert it, for example by ogr2ogr to GeoPackage.");
    }
}
