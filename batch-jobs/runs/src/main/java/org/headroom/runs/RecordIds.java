package org.headroom.runs;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.jspecify.annotations.Nullable;

/** Layers of a run and the ids of their records, by which people know them; a layer's are opened when they are first asked for. Safe for several threads. */
public final class RecordIds implements AutoCloseable {
    private static final int BLOCK = 1 << 14;

    private final ExplanationFiles files;
    private final List<String> layers;
    private final Map<Integer, Optional<TextFile>> opened = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> longestBytes = new ConcurrentHashMap<>();

    /** The records of a run. */
    public RecordIds(ExplanationFiles files) {
        this.files = files;
        this.layers = Stream.of(files.readLayers())
                .map(ExplanationFiles.LayerEntry::layer)
                .toList();
    }

    /** Ids of the layers, by their ordinals. */
    public List<String> layers() {
        return layers;
    }

    /** The id of a record, by its place in the layer; null where the layer keeps none. */
    public @Nullable String id(int layer, int record) {
        return records(layer).map(ids -> ids.get(record)).orElse(null);
    }

    /** Length of a layer's longest id in UTF-8; 0 where it keeps none. */
    public int longestBytes(int layer) {
        return longestBytes.computeIfAbsent(
                layer, ordinal -> records(ordinal).map(RecordIds::longest).orElse(0));
    }

    private Optional<TextFile> records(int layer) {
        return opened.computeIfAbsent(layer, ordinal -> {
            String name = Integer.toString(ordinal);
            return Files.exists(files.records().resolve(name + TextFile.ENDS))
                    ? Optional.of(new TextFile(files.records(), name).mapped())
                    : Optional.empty();
        });
    }

    private static int longest(TextFile ids) {
        int longest = 0;
        for (int first = 0; first < ids.size(); first += BLOCK) {
            TextBlock block = ids.read(first, Math.min(BLOCK, ids.size() - first));
            for (int i = 0; i < block.size(); i++) {
                longest = Math.max(longest, block.length(i));
            }
        }
        return longest;
    }

    @Override
    public void close() {
        opened.values().forEach(file -> file.ifPresent(TextFile::close));
    }
}
