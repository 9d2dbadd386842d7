package org.headroom.runs.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.headroom.export.Utf8Source;
import org.headroom.runs.ExplanationFiles;

/** Layers and records by the ids under which people know them, read where they lie. Safe for several threads. */
final class RecordIds implements AutoCloseable {
    private static final int BLOCK = 1 << 14;

    private final ExplanationFiles files;
    private final List<String> layers;
    private final Map<Integer, TextFile> opened = new ConcurrentHashMap<>();

    RecordIds(ExplanationFiles files) {
        this.files = files;
        this.layers = Stream.of(files.readLayers())
                .map(ExplanationFiles.LayerEntry::layer)
                .toList();
    }

    /** Ids of the layers, by their ordinals. */
    List<String> layers() {
        return layers;
    }

    private boolean hasRecords(int layer) {
        return Files.exists(files.records().resolve(layer + TextFile.ENDS));
    }

    private TextFile records(int layer) {
        return opened.computeIfAbsent(
                layer, ordinal -> new TextFile(files.records(), Integer.toString(ordinal)).mapped());
    }

    /** The id of a record; empty for a layer of which none are kept. */
    String id(long record) {
        int layer = RecordSource.layer(record);
        String id = hasRecords(layer) ? records(layer).get(RecordSource.number(record)) : null;
        return id == null ? "" : id;
    }

    /** Copies the id, with its layer in front of it where that is wanted, and gives its length. */
    int copy(long record, boolean withLayer, byte[] out, int at) {
        if (record == RecordSource.NONE) {
            return Utf8Source.NONE;
        }
        String id = id(record);
        String text = withLayer ? layers.get(RecordSource.layer(record)) + "/" + id : id;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, out, at, bytes.length);
        return bytes.length;
    }

    /** Length of the longest text that {@link #copy} gives. */
    int longest(boolean withLayer) {
        return IntStream.range(0, layers.size())
                .map(layer -> longestId(layer)
                        + (withLayer ? layers.get(layer).getBytes(StandardCharsets.UTF_8).length + 1 : 0))
                .max()
                .orElse(0);
    }

    private int longestId(int layer) {
        if (!hasRecords(layer)) {
            return 0;
        }
        TextFile ids = records(layer);
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
        opened.values().forEach(TextFile::close);
    }
}
