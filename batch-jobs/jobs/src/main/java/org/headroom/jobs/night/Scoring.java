package org.headroom.jobs.night;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.jobs.store.ColumnNaming;
import org.headroom.jobs.store.MeasurementFile;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.model.Criterion;
import org.headroom.rules.ScoreBlock;
import org.headroom.rules.Scorer;
import org.headroom.spi.MeasurementBlock;

/** The step that gates and scores: reads the measurements of block after block, and writes their scores. Safe for several threads. */
public final class Scoring {
    private final NightRun night;
    private final ScoreFile file;
    private final Map<String, MeasurementFile> measurements = new LinkedHashMap<>();
    private final ThreadLocal<Scorer> scorers;

    Scoring(NightRun night) {
        this.night = night;
        int sites = night.sites().size();
        this.file = ScoreFile.openForWriting(ColumnNaming.scores(night.work().scores()), sites, night.policy());
        night.modules().forEach(module -> {
            for (Criterion criterion : module.module().criteria()) {
                Path column = ColumnNaming.measurements(night.work().measurements(), criterion.id());
                measurements.put(criterion.id(), MeasurementFile.openForReading(column, sites));
            }
        });
        this.scorers = ThreadLocal.withInitial(night.policy()::scorer);
    }

    /** Scores one block. */
    public ScoredBlock score(int block) {
        int first = night.blocks().first(block);
        int size = night.blocks().size(block);
        MeasurementBlock measured = new MeasurementBlock(measurements.keySet(), size);
        measurements.forEach((id, column) -> column.read(first, size, measured.column(id)));
        ScoreBlock scores = night.policy().newScoreBlock(size);
        scorers.get().score(night.sites().block(first, size), measured, scores);
        return new ScoredBlock(block, scores);
    }

    /** Writes blocks in place and makes them durable. */
    public void write(List<ScoredBlock> blocks) {
        for (ScoredBlock scored : blocks) {
            int size = night.blocks().size(scored.block());
            file.write(night.blocks().first(scored.block()), size, scored.scores());
            night.progress().advance(size);
        }
        file.force();
    }

    void close() {
        file.close();
        measurements.values().forEach(MeasurementFile::close);
    }
}
