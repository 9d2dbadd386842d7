package org.headroom.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headroom.model.GateAnswer;
import org.headroom.runs.store.ColumnNaming;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;

/** Reads the sites of the first ranks from the columns of a run: cheap for any number of sites, and without compiling the policy anew. */
final class RankedTop implements AutoCloseable {
    private static final GateAnswer[] ANSWERS = GateAnswer.values();

    private final SiteStore sites;
    private final ScoreLayout layout;
    private final ScoreFile scores;
    private final OrderFile order;
    private final Map<String, MeasurementFile> measured = new HashMap<>();

    RankedTop(ExplanationFiles files) {
        sites = new SiteStore(files.sites());
        layout = ScoreLayout.read(files.scores());
        scores = ScoreFile.openForReading(files.scoreFile(), sites.size(), layout);
        order = OrderFile.open(files.order());
        try (Stream<Path> columns = Files.list(files.measurements())) {
            for (Path column : columns.toList()) {
                measured.put(ColumnNaming.criterionOf(column), MeasurementFile.openForReading(column, sites.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<RankedRow> rows(int most) {
        int count = Math.min(most, sites.size());
        int[] siteOf = new int[count];
        order.read(0, count, siteOf);
        List<RankedRow> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(row(row + 1L, siteOf[row]));
        }
        return rows;
    }

    private RankedRow row(long rank, int site) {
        double[] lower = new double[1];
        double[] upper = new double[1];
        byte[] gate = new byte[1];
        byte[] tier = new byte[1];
        Map<String, RankedRow.Bounds> bounds = new HashMap<>();
        measured.forEach((criterion, column) -> {
            column.readBounds(site, 1, lower, upper);
            if (!Double.isNaN(lower[0])) {
                bounds.put(criterion, new RankedRow.Bounds(lower[0], upper[0]));
            }
        });
        scores.readBounds(site, 1, lower, upper);
        scores.readGates(site, 1, gate);
        scores.readTiers(site, 1, tier);
        String name = sites.name(site);
        return new RankedRow(
                rank,
                sites.siteId(site),
                name == null ? "" : name,
                layout.rankBy().of(lower[0], upper[0]),
                lower[0],
                upper[0],
                ANSWERS[gate[0]],
                tier[0],
                bounds);
    }

    @Override
    public void close() {
        sites.close();
        scores.close();
        order.close();
        measured.values().forEach(MeasurementFile::close);
    }
}
