package org.headroom.feeds.line;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.headroom.columns.TextFile;
import org.headroom.runs.ExplanationFiles;
import org.jspecify.annotations.Nullable;

/** Layers of a run and the ids of their records, which are opened when first asked for. Not safe for several threads. */
final class RecordIds implements AutoCloseable {
    private final ExplanationFiles files;
    private final ExplanationFiles.LayerEntry[] layers;
    private final Map<Integer, TextFile> records = new HashMap<>();

    RecordIds(ExplanationFiles files) {
        this.files = files;
        this.layers = files.readLayers();
    }

    String layer(int ordinal) {
        return layers[ordinal].layer();
    }

    /** Id of a record; null where the layer has none. */
    @Nullable
    String record(int layer, int record) {
        String name = Integer.toString(layer);
        if (!Files.exists(files.records().resolve(name + TextFile.ENDS))) {
            return null;
        }
        return records.computeIfAbsent(layer, any -> new TextFile(files.records(), name).mapped())
                .get(record);
    }

    @Override
    public void close() {
        records.values().forEach(TextFile::close);
    }
}
