package org.headroom.jobs.night;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.headroom.jobs.store.BlockSeals;
import org.headroom.jobs.store.ColumnNaming;
import org.headroom.jobs.store.MeasurementFile;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.jobs.store.ScoreLayout;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.spi.MeasurementBlock;

/** The step that gates and scores: reads the measurements of block after block, and writes their scores. Safe for several threads. */
public final class Scoring implements BlockStep {
    private final NightRun night;
    private final ScoreFile file;
    private final BlockSeals seals;
    private final Map<String, MeasurementFile> measurements = new LinkedHashMap<>();
    private final ThreadLocal<Room> rooms;

    Scoring(NightRun night) {
        this.night = night;
        night.endMeasuring();
        int sites = night.sites().size();
        ScoreLayout layout = ScoreLayout.of(night.policy());
        layout.write(night.work().scores());
        file = ScoreFile.openForWriting(ColumnNaming.scores(night.work().scores()), sites, layout);
        seals = new BlockSeals(night.work().scoreSeals(), night.blocks().count());
        for (String criterion : night.wanted().criteria()) {
            Path column = ColumnNaming.measurements(night.work().measurements(), criterion);
            MeasurementFile.complete(column, sites);
            measurements.put(criterion, MeasurementFile.openForReading(column, sites));
        }
        int capacity = night.blocks().blockSites();
        rooms = ThreadLocal.withInitial(() -> new Room(
                night.policy().scorer(),
                new MeasurementBlock(measurements.keySet(), capacity),
                night.policy().newScoreBlock(capacity)));
    }

    /** What one thread works with. */
    private record Room(Scorer scorer, MeasurementBlock measured, ScoreBlock scores) {}

    @Override
    public void process(int block) {
        int first = night.blocks().first(block);
        int size = night.blocks().size(block);
        Room room = rooms.get();
        measurements.forEach((id, column) -> column.read(first, size, room.measured.column(id)));
        room.scorer.score(night.sites().block(first, size), room.measured, room.scores);
        file.write(first, size, room.scores, night.wanted().families());
        seals.seal(block, sum(block));
    }

    @Override
    public void done(List<Integer> blocks) {
        for (int block : blocks) {
            night.progress().advance(night.blocks().size(block));
        }
    }

    @Override
    public boolean isSealed(int block) {
        return seals.isSealed(block, sum(block));
    }

    private long sum(int block) {
        CRC32C sum = new CRC32C();
        file.addTo(sum, night.blocks().first(block), night.blocks().size(block));
        return sum.getValue();
    }

    void close() {
        file.close();
        seals.close();
        measurements.values().forEach(MeasurementFile::close);
    }
}
