package org.headroom.jobs.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.headroom.export.RankedTable;
import org.headroom.jobs.night.NightRun;
import org.headroom.jobs.project.PublishSpec;
import org.headroom.runs.GateTally;
import org.headroom.runs.store.ColumnNaming;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;

/** The files of a run that the ranked table is read from, open as long as it is. */
final class RankingFiles implements AutoCloseable {
    private final NightRun night;
    private final ScoreLayout layout;
    private final ScoreFile scores;
    private final OrderFile order;
    private final Map<String, MeasurementFile> measured = new LinkedHashMap<>();

    RankingFiles(NightRun night) {
        this.night = night;
        int sites = night.sites().size();
        layout = ScoreLayout.read(night.work().scores());
        scores = ScoreFile.openForReading(ColumnNaming.scores(night.work().scores()), sites, layout);
        order = OrderFile.open(night.work().order());
        for (String criterion : night.wantedCriteria()) {
            measured.put(
                    criterion,
                    MeasurementFile.openForReading(
                            ColumnNaming.measurements(night.work().measurements(), criterion), sites));
        }
    }

    RankedTable table(PublishSpec publish, String runId) {
        int threads = night.request().threads();
        Why why = new Why(night.policy(), scores, layout.wordsPerSite());
        Sources sources = new Sources(
                night.sites(),
                scores,
                layout,
                why,
                measured,
                night.policy().vocabulary().criteria());
        RankedColumns columns = new RankedColumns(
                night.sites(),
                sources,
                new Window(order, threads),
                new Ranges(night.sites().size(), threads));
        return publish.columns().isEmpty()
                ? columns.usual(night.policy().id() + " " + night.policy().version(), runId)
                : columns.chosen(publish);
    }

    GateTally tally() {
        return GateTally.of(scores, night.sites().size());
    }

    @Override
    public void close() {
        scores.close();
        order.close();
        measured.values().forEach(MeasurementFile::close);
    }
}
