package org.headroom.report.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.headroom.runs.PublishedRun;

/**
 * The problems found in the input of a run.
 *
 * @param total how many
 * @param counts how many of each layer and effect
 * @param first the first of them, in the order of the file
 */
public record Issues(long total, List<Count> counts, List<Issue> first) {
    private static final int MOST = 200;

    public Issues {
        counts = List.copyOf(counts);
        first = List.copyOf(first);
    }

    /** Issues of a layer that have the same effect. */
    public record Count(String layer, String effect, long issues) {}

    /** One of them, as {@code issues.csv} has it. */
    public record Issue(
            String effect,
            String layer,
            String file,
            String record,
            String recordId,
            String field,
            String value,
            String reason) {}

    /** Reads {@code issues.csv} of a run. */
    static Issues read(Path runFolder) {
        Path file = runFolder.resolve(PublishedRun.ISSUES);
        TreeMap<String, TreeMap<String, Long>> counts = new TreeMap<>();
        List<Issue> first = new ArrayList<>();
        long total = 0;
        if (Files.exists(file)) {
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord record : csv) {
                    total++;
                    counts.computeIfAbsent(record.getField("layer"), layer -> new TreeMap<>())
                            .merge(record.getField("effect"), 1L, Long::sum);
                    if (first.size() < MOST) {
                        first.add(issue(record));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<Count> list = new ArrayList<>();
        counts.forEach((layer, effects) -> effects.forEach((effect, n) -> list.add(new Count(layer, effect, n))));
        return new Issues(total, list, first);
    }

    private static Issue issue(NamedCsvRecord record) {
        return new Issue(
                record.getField("effect"),
                record.getField("layer"),
                record.getField("file"),
                record.getField("record"),
                record.getField("record_id"),
                record.getField("field"),
                record.getField("value"),
                record.getField("reason"));
    }
}
