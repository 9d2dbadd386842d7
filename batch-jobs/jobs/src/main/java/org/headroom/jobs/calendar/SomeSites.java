package org.headroom.jobs.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SiteWriter;
import org.headroom.spi.MeasurementColumn;

/** Some sites of a run with their measurements, written to a folder as if the run had no others. Ranks among them are in the same order. */
final class SomeSites {
    private static final int BLOCK = 4096;

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
            try (SiteWriter writer = new SiteWriter(some.sites(), picks.length)) {
                writer.add(new PickedSites(sites.block(0, sites.size()), picks), row -> {});
            }
            try (SiteStore written = new SiteStore(some.sites())) {
                Map<String, Integer> placeOf = new HashMap<>();
                for (int pick : picks) {
                    placeOf.put(sites.siteId(pick), pick);
                }
                int[] places = new int[written.size()];
                Arrays.setAll(places, site -> Objects.requireNonNull(placeOf.get(written.siteId(site))));
                for (String criterion : criteria) {
                    write(run.measurementFile(criterion), sites.size(), places, some.measurementFile(criterion));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return some;
    }

    /** Both orders are spatial, so places that follow one another mostly lie in one block. */
    private static void write(Path from, int size, int[] places, Path to) {
        MeasurementColumn block = new MeasurementColumn(Math.min(BLOCK, size));
        MeasurementColumn picked = new MeasurementColumn(places.length);
        int first = -BLOCK;
        try (MeasurementFile all = MeasurementFile.openForReading(from, size);
                MeasurementFile some = MeasurementFile.openForWriting(to, places.length)) {
            for (int site = 0; site < places.length; site++) {
                int blockOf = places[site] / BLOCK * BLOCK;
                if (blockOf != first) {
                    first = blockOf;
                    all.read(first, Math.min(BLOCK, size - first), block);
                }
                picked.copy(block, places[site] - first, site);
            }
            some.write(0, places.length, picked);
        }
        MeasurementFile.complete(to, places.length);
    }
}
