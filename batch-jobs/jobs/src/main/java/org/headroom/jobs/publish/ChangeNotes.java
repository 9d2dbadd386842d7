package org.headroom.jobs.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.columns.TextBlock;
import org.headroom.export.ChangeNote;
import org.headroom.export.changes.ChangesCsv;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.store.SiteStore;

/** What moved since the night before, for maps: the head of {@code changes.csv}, where it was written, with the places of the sites. */
final class ChangeNotes {
    /** Name of the table in a run's folder; the ledger writes it. */
    private static final String FILE = "changes.csv";

    /** The table goes on; a map of more says no more. */
    private static final int MOST = 50_000;

    private static final int BLOCK = 4096;

    private ChangeNotes() {}

    /** The rows; none where the run has no such file. */
    static List<ChangeNote> of(Path run, ExplanationFiles files) throws IOException {
        List<ChangeNote> notes = ChangesCsv.read(run.resolve(FILE), MOST);
        if (notes.isEmpty()) {
            return notes;
        }
        Map<String, double[]> places = places(notes, files);
        List<ChangeNote> placed = new ArrayList<>();
        for (ChangeNote note : notes) {
            double[] place = places.get(note.siteId());
            placed.add(place == null ? note : note.at(place[0], place[1]));
        }
        return placed;
    }

    /** Places of those of the sites that the run has. */
    private static Map<String, double[]> places(List<ChangeNote> notes, ExplanationFiles files) {
        Map<String, double[]> places = new HashMap<>();
        notes.forEach(note -> places.put(note.siteId(), new double[] {Double.NaN, Double.NaN}));
        try (SiteStore sites = new SiteStore(files.sites())) {
            double[] longitudes = new double[BLOCK];
            double[] latitudes = new double[BLOCK];
            for (int first = 0; first < sites.size(); first += BLOCK) {
                int count = Math.min(BLOCK, sites.size() - first);
                TextBlock ids = sites.ids(first, count);
                sites.readLongitudes(first, count, longitudes);
                sites.readLatitudes(first, count, latitudes);
                for (int i = 0; i < count; i++) {
                    double[] place = places.get(ids.get(i));
                    if (place != null) {
                        place[0] = longitudes[i];
                        place[1] = latitudes[i];
                    }
                }
            }
        }
        return places;
    }
}
