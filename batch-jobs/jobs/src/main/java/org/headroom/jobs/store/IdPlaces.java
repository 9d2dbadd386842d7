package org.headroom.jobs.store;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The place of each site when sites are ordered by their ids ({@link SiteIdOrder}). Kept in {@code id-places.i32}, four bytes a site, only
 * where sites do not stand in that order anyway.
 */
final class IdPlaces {
    private static final String FILE = "id-places.i32";

    private IdPlaces() {}

    static boolean isKept(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Sorts the ids of a column of texts; holds them all, some thirty bytes a site. */
    static void write(Path folder, String column) {
        try (TextFile file = new TextFile(folder, column)) {
            int sites = file.size();
            TextBlock ids = file.read(0, sites);
            int[] order = new int[sites];
            for (int i = 0; i < sites; i++) {
                order[i] = i;
            }
            PlaceSort.sort(order, (a, b) -> ids.compare(a, ids, b));
            int[] places = new int[sites];
            for (int place = 0; place < sites; place++) {
                places[order[place]] = place;
            }
            try (PlaneFile out = PlaneFile.openForWriting(folder.resolve(FILE), sites, Integer.BYTES)) {
                out.plane(0).writeInts(0, sites, places, 0);
                out.complete();
            }
        }
    }

    static void read(Path folder, int sites, int first, int count, int[] places) {
        try (PlaneFile in = PlaneFile.openForReading(folder.resolve(FILE), sites, Integer.BYTES)) {
            in.plane(0).readInts(first, count, places, 0);
        }
    }
}
