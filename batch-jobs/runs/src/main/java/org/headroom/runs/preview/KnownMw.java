package org.headroom.runs.preview;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteStore;
import org.jspecify.annotations.Nullable;

/**
 * The load that is known to be connectable at a site, MW AC: the contracted capacity of a facility that has one, else the headroom that
 * the operator publishes for the node (its lower bound), else unknown. Sites at the same node share its headroom, so a sum over many
 * sites may count it more than once.
 */
final class KnownMw implements AutoCloseable {
    private static final String CONTRACTED = "contractedCapacityMw";
    private static final String PUBLISHED = "publishedHeadroomMw";

    private final SiteStore sites;
    private final @Nullable MeasurementFile published;

    KnownMw(ExplanationFiles files, SiteStore sites) {
        this.sites = sites;
        Path column = files.measurementFile(PUBLISHED);
        published = Files.exists(column) ? MeasurementFile.openForReading(column, sites.size()) : null;
    }

    /** Reads the MW of {@code count} sites; NaN where unknown. */
    void read(int first, int count, double[] mw) {
        double[] headroomMw = new double[count];
        Arrays.fill(headroomMw, Double.NaN);
        if (published != null) {
            published.readBounds(first, count, headroomMw, new double[count]);
        }
        sites.readNumbers(CONTRACTED, first, count, mw);
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(mw[i])) {
                mw[i] = headroomMw[i];
            }
        }
    }

    @Override
    public void close() {
        if (published != null) {
            published.close();
        }
    }
}
