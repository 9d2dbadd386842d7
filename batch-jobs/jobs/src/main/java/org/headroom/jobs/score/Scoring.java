package org.headroom.jobs.score;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.headroom.columns.BlockSeals;
import org.headroom.jobs.step.BlockPlace;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.PartStep;
import org.headroom.jobs.step.Progress;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step that gates and scores: reads the measurements of block after block, and writes their scores. Safe for several threads. */
public final class Scoring implements PartStep {
    private static final Logger LOG = LoggerFactory.getLogger(Scoring.class);

    private final BlockPlace place;
    private final SiteStore sites;
    private final Blocks blocks;
    private final Set<String> families;
    private final Progress progress;
    private final ScoreFile file;
    private final ScoreLayout layout;
    private final BlockSeals seals;
    private final Map<String, MeasurementFile> measurements = new LinkedHashMap<>();
    private final ThreadLocal<Room> rooms;

    /**
     * Opens the measurements, which are all there, and the scores.
     *
     * @param work the run, whose measurements are read
     * @param place where the scores are written
     * @param criteria ids of the criteria that were measured
     * @param families modules whose scores are kept
     */
    public Scoring(
            WorkFolder work,
            BlockPlace place,
            SiteStore sites,
            Policy policy,
            Set<String> criteria,
            Set<String> families,
            Progress progress) {
        this.place = place;
        this.sites = sites;
        this.blocks = place.blocks();
        this.families = families;
        this.progress = progress;
        layout = ScoreLayout.of(policy);
        layout.write(place.folder().columns().scores());
        file = ScoreFile.openForWriting(place.folder().columns().scoreFile(), place.sites(), layout);
        seals = new BlockSeals(place.folder().scoreSeals(), place.range().count());
        for (String criterion : criteria) {
            Path column = work.columns().measurementFile(criterion);
            if (place.folder().equals(work)) {
                MeasurementFile.complete(column, sites.size());
            }
            measurements.put(criterion, MeasurementFile.openForReading(column, sites.size()));
        }
        int capacity = blocks.blockSites();
        rooms = ThreadLocal.withInitial(() -> new Room(
                policy.scorer(),
                new MeasurementBlock(measurements.keySet(), capacity),
                policy.newScoreBlock(capacity)));
    }

    /** What one thread works with. */
    private record Room(Scorer scorer, MeasurementBlock measured, ScoreBlock scores) {}

    @Override
    public void process(int block) {
        int first = blocks.first(block);
        int size = blocks.size(block);
        Room room = rooms.get();
        measurements.forEach((id, column) -> column.read(first, size, room.measured.column(id)));
        room.scorer.score(sites.block(first, size), room.measured, room.scores);
        file.write(place.row(block), size, room.scores, families);
        seals.seal(place.seal(block), sum(block));
    }

    @Override
    public void finishPart() {
        ScoreFile.complete(place.folder().columns().scoreFile(), place.sites(), layout);
    }

    @Override
    public void take(BlockPlace made) {
        try (BlockSeals madeSeals =
                        new BlockSeals(made.folder().scoreSeals(), made.range().count());
                ScoreFile part =
                        ScoreFile.openForReading(made.folder().columns().scoreFile(), made.sites(), layout)) {
            for (int block = made.range().first(); block < made.range().end(); block++) {
                file.copy(place.row(block), blocks.size(block), part, made.row(block));
                long sum = sum(block);
                if (madeSeals.isSealed(made.seal(block), sum)) {
                    seals.seal(place.seal(block), sum);
                } else {
                    LOG.warn("block {} was not read as it was written, and is scored again", block);
                    process(block);
                }
            }
        }
    }

    @Override
    public void done(List<Integer> finished) {
        for (int block : finished) {
            progress.advance(blocks.size(block));
        }
    }

    @Override
    public boolean isSealed(int block) {
        return seals.isSealed(place.seal(block), sum(block));
    }

    private long sum(int block) {
        CRC32C sum = new CRC32C();
        file.addTo(sum, place.row(block), blocks.size(block));
        return sum.getValue();
    }

    @Override
    public Blocks blocks() {
        return blocks;
    }

    @Override
    public void close() {
        file.close();
        seals.close();
        measurements.values().forEach(MeasurementFile::close);
    }
}
