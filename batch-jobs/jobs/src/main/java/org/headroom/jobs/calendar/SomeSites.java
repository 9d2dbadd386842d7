package org.headroom.jobs.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteRows;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SiteWriter;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Some sites of a run with their measurements, written to a folder as if the run had no others. Ranks among them are in the same order. */
final class SomeSites {
    private SomeSites() {}

    /**
     * Writes them.
     *
     * @param picks places of sites in the run
     * @param criteria ids of the criteria whose measurements are wanted
     * @param folder a folder that is made
     */
    static ExplanationFiles write(ExplanationFiles run, int[] picks, Collection<String> criteria, Path folder) {
        ExplanationFiles some = new ExplanationFiles(folder);
        try (SiteStore sites = new SiteStore(run.sites())) {
            Files.createDirectories(some.sites());
            Files.createDirectories(some.measurements());
            try (SiteWriter writer = new SiteWriter(some.sites())) {
                writer.add(new Picked(sites.block(0, sites.size()), picks), row -> {});
            }
            try (SiteStore written = new SiteStore(some.sites())) {
                int[] places = new int[written.size()];
                Arrays.setAll(places, site -> sites.find(written.siteId(site)));
                for (String criterion : criteria) {
                    write(run.measurementFile(criterion), sites.size(), places, some.measurementFile(criterion));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return some;
    }

    private static void write(Path from, int size, int[] places, Path to) {
        MeasurementColumn one = new MeasurementColumn(1);
        try (MeasurementFile all = MeasurementFile.openForReading(from, size);
                MeasurementFile some = MeasurementFile.openForWriting(to, places.length)) {
            for (int site = 0; site < places.length; site++) {
                all.read(places[site], 1, one);
                some.write(site, 1, one);
            }
        }
        MeasurementFile.complete(to, places.length);
    }

    /** Rows for the writer. */
    private record Picked(
            SiteBlock all,
            @SuppressWarnings("ArrayRecordComponent") int[] picks) implements SiteRows {
        @Override
        public int size() {
            return picks.length;
        }

        @Override
        public String siteId(int row) {
            return all.siteId(picks[row]);
        }

        @Override
        public double[] longitudes() {
            return gather(all.longitudes());
        }

        @Override
        public double[] latitudes() {
            return gather(all.latitudes());
        }

        @Override
        public double @Nullable [] numbers(String attribute) {
            return gather(all.numbers(attribute));
        }

        @Override
        @SuppressWarnings("NullAway") // does not read the null mark of an array's elements from a class file
        public @Nullable String @Nullable [] texts(String attribute) {
            @Nullable String[] texts = all.texts(attribute);
            @Nullable String[] picked = new @Nullable String[picks.length];
            for (int row = 0; row < picks.length; row++) {
                picked[row] = texts[picks[row]];
            }
            return picked;
        }

        private double[] gather(double[] values) {
            return Arrays.stream(picks).mapToDouble(pick -> values[pick]).toArray();
        }
    }
}
