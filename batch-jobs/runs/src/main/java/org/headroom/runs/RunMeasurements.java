package org.headroom.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headroom.runs.store.ColumnNaming;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.spi.MeasurementBlock;

/** Measurements that lie in a published run, read block by block. Several threads may read, each into a block of its own. */
public final class RunMeasurements implements AutoCloseable {
    private final Map<String, MeasurementFile> columns = new TreeMap<>();

    /**
     * Opens the columns of some criteria.
     *
     * @param criteria ids, all of them {@link #kept}
     * @param sites number of sites of the run
     */
    public RunMeasurements(ExplanationFiles files, Collection<String> criteria, int sites) {
        for (String criterion : criteria) {
            columns.put(criterion, MeasurementFile.openForReading(files.measurementFile(criterion), sites));
        }
    }

    /** Ids of the criteria whose measurements a run has. */
    public static Set<String> kept(ExplanationFiles files) {
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> folder = Files.list(files.measurements())) {
            folder.map(ColumnNaming::criterionOf).forEach(kept::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    /** Room for the opened columns of so many sites. */
    public MeasurementBlock newBlock(int capacity) {
        return new MeasurementBlock(columns.keySet(), capacity);
    }

    /** Reads {@code count} sites into the first places of a block that {@link #newBlock} made. */
    public void read(int first, int count, MeasurementBlock block) {
        columns.forEach((criterion, file) -> file.read(first, count, block.column(criterion)));
    }

    @Override
    public void close() {
        columns.values().forEach(MeasurementFile::close);
    }
}
