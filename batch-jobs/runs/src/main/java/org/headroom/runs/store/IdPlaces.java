package org.headroom.runs.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.columns.PlaneFile;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * The place of each site when sites are ordered by their ids ({@link SiteIdOrder}). Kept in {@code id-places.i32}, four bytes a site, only
 * where sites do not stand in that order anyway.
 */
final class IdPlaces {
    private static final String FILE = "id-places.i32";
    private static final int BLOCK = 1 << 12;

    private IdPlaces() {}

    private static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /** Opens the places for reading; null when every site stands at its place. */
    static @Nullable PlaneFile open(Path folder, int sites) {
        return Files.exists(file(folder)) ? PlaneFile.openForReading(file(folder), sites, Integer.BYTES) : null;
    }

    /** Reads the places of the sites from {@code first} on. */
    static void read(@Nullable PlaneFile opened, int first, int count, int[] places) {
        if (opened != null) {
            opened.plane(0).readInts(first, count, places, 0);
            return;
        }
        for (int i = 0; i < count; i++) {
            places[i] = first + i;
        }
    }

    /** Takes the places of sites in their order; keeps nothing as long as each stands at its place. */
    static final class Writer implements AutoCloseable {
        private final Path file;
        private final int[] block = new int[BLOCK];
        private @Nullable PlaneFile out;
        private int size;

        Writer(Path folder) {
            file = file(folder);
        }

        /** Takes sites that stand in another order among themselves: each is given by its place among them. */
        void add(int[] order) {
            boolean asTheyCame = out == null;
            for (int i = 0; asTheyCame && i < order.length; i++) {
                asTheyCame = order[i] == i;
            }
            if (!asTheyCame) {
                PlaneFile to = out == null ? begin() : out;
                out = to;
                write(to, order);
            }
            size += order.length;
        }

        private PlaneFile begin() {
            PlaneFile made = PlaneFile.openForWriting(file, 0, Integer.BYTES);
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                read(null, first, count, block);
                made.plane(0).writeInts(first, count, block, 0);
            }
            return made;
        }

        private void write(PlaneFile to, int[] order) {
            for (int from = 0; from < order.length; from += BLOCK) {
                int count = Math.min(BLOCK, order.length - from);
                for (int i = 0; i < count; i++) {
                    block[i] = size + order[from + i];
                }
                to.plane(0).writeInts(size + from, count, block, 0);
            }
        }

        @Override
        public void close() {
            PlaneFile to = out;
            if (to != null) {
                to.close();
                PlaneFile.complete(file, size, Integer.BYTES);
            }
        }
    }

    /** Finds the places by sorting the ids of a column of texts; holds them all, some thirty bytes a site. */
    static void sort(Path folder, String column) {
        try (TextFile texts = new TextFile(folder, column)) {
            int sites = texts.size();
            TextBlock ids = texts.read(0, sites);
            int[] order = new int[sites];
            for (int i = 0; i < sites; i++) {
                order[i] = i;
            }
            PlaceSort.sort(order, (a, b) -> ids.compare(a, ids, b, SiteIdOrder::compare));
            int[] places = new int[sites];
            for (int place = 0; place < sites; place++) {
                places[order[place]] = place;
            }
            try (PlaneFile out = PlaneFile.openForWriting(file(folder), sites, Integer.BYTES)) {
                out.plane(0).writeInts(0, sites, places, 0);
            }
            PlaneFile.complete(file(folder), sites, Integer.BYTES);
        }
    }
}
