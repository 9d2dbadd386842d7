package org.headroom.runs.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.headroom.columns.ColumnFile;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriter;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * The place of each site when sites are ordered by their ids ({@link SiteIdOrder}). Kept in {@code id-places.i32}, four bytes a site, only
 * where sites do not stand in that order anyway.
 */
final class IdPlaces {
    private static final String FILE = "id-places.i32";

    private IdPlaces() {}

    private static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /** Opens the places for reading; null when every site stands at its place. */
    static @Nullable ColumnFile open(Path folder, int sites) {
        return Files.exists(file(folder)) ? ColumnFile.openForReading(file(folder), sites, Integer.BYTES) : null;
    }

    /** Reads the places of the sites from {@code first} on. */
    static void read(@Nullable ColumnFile opened, int first, int count, int[] places) {
        if (opened != null) {
            opened.column(0).readInts(first, count, places, 0);
            return;
        }
        for (int i = 0; i < count; i++) {
            places[i] = first + i;
        }
    }

    /** Takes the places of sites in their order; keeps nothing as long as each stands at its place. */
    static final class Writer {
        private final ColumnWriter out;
        private int size;

        Writer(ColumnStore store) {
            out = store.create(FILE);
        }

        /** Takes sites that stand in another order among themselves: each is given by its place among them. */
        void add(int[] order) {
            boolean asTheyCame = !out.isBegun();
            for (int i = 0; asTheyCame && i < order.length; i++) {
                asTheyCame = order[i] == i;
            }
            if (!asTheyCame) {
                if (!out.isBegun()) {
                    out.begin();
                    for (int site = 0; site < size; site++) {
                        out.putInt(site, 0);
                    }
                }
                for (int place : order) {
                    out.putInt(size + place, 0);
                }
            }
            size += order.length;
        }
    }

    /** Finds the places by sorting the ids of a column of texts; holds them all, some thirty bytes a site. */
    static void sort(Path folder, String column) {
        try (TextFile texts = new TextFile(folder, column);
                ColumnStore store = ColumnStore.folder(folder)) {
            int sites = texts.size();
            TextBlock ids = texts.read(0, sites);
            int[] order = new int[sites];
            Arrays.setAll(order, i -> i);
            PlaceSort.sort(order, (a, b) -> ids.compare(a, ids, b, SiteIdOrder::compare));
            int[] places = new int[sites];
            for (int place = 0; place < sites; place++) {
                places[order[place]] = place;
            }
            ColumnWriter out = store.create(FILE).begin();
            for (int place : places) {
                out.putInt(place, 0);
            }
        }
    }
}
