package org.headroom.layers.format.geoparquet;

import java.util.Optional;
import org.headroom.layers.crs.ReferenceSystems;

/**
 * Watches whether shapes name a reference system in their own bytes, as PostGIS and its kin write them, that is another than that of the file.
 * (GeoParquet 1.1.0 allows no such number, and those who write one often forget to say it in the file.) Not safe for several threads.
 */
final class OwnSystems {
    private final String told;
    /** The number last met that is that of the file. */
    private int same;

    private long others;
    private long firstRecord;
    private int firstOther;

    /** @param crs reference system of the file, as a code or a text; empty when it is said to be unknown */
    OwnSystems(Optional<String> crs) {
        this.told = crs.orElse("none");
    }

    /** Takes the number that a shape names; 0 for none. */
    void see(int srid, long record) {
        if (srid == 0 || srid == same) {
            return;
        }
        if (ReferenceSystems.haveSameNumber(Integer.toString(srid), told)) {
            same = srid;
        } else if (others++ == 0) {
            firstRecord = record;
            firstOther = srid;
        }
    }

    /** What somebody should know, without a full stop. */
    Optional<String> note() {
        return others == 0
                ? Optional.empty()
                : Optional.of(others + (others == 1 ? " shape names" : " shapes name")
                        + " another reference system than the file, which says " + told + " (first record "
                        + firstRecord
                        + " with the number " + firstOther
                        + "); all were read by that of the file, or by crs of the descriptor where it gives one, so look at where they"
                        + " lie, and write crs: EPSG:" + firstOther + " if that is right");
    }
}
