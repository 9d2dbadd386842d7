package org.headroom.layers.descriptor;

import java.util.Locale;

/** The file formats that can be read. */
public enum SourceFormat {
    SHAPEFILE,
    GEOPACKAGE,
    GEOJSON,
    CSV,
    XLSX,
    GEOTIFF;

    /** Whether files of the format hold geometry. */
    public boolean hasGeometry() {
        return this != CSV && this != XLSX;
    }

    /** The name used in descriptors. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SourceFormat ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
