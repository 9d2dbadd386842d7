package org.headroom.layers.format.geoparquet;

import org.headroom.layers.format.SourceException;

/** How much the pages that are open at a time may take together, as their sizes are the file's own words. */
final class PageMemory {
    private final long most;
    private long taken;

    /** A part of what Java may use, as a layer is not alone. */
    PageMemory() {
        this(Runtime.getRuntime().maxMemory() / 4);
    }

    PageMemory(long most) {
        this.most = most;
    }

    /** Takes room, before it is used. */
    void take(long bytes) throws SourceException {
        taken += bytes;
        if (taken > most) {
            throw new SourceException(
                    "has pages that unpack to " + (taken >> 20) + " MiB, more than the " + (most >> 20)
                            + " MiB that there are for them",
                    "Give Java more memory, as in HEADROOM_OPTS=-Xmx" + Math.max(2, (taken >> 28) + 1)
                            + "g, or write the file with smaller row groups, for example by ogr2ogr -lco ROW_GROUP_SIZE=10000.");
        }
    }

    void giveBack(long bytes) {
        taken -= bytes;
    }
}
