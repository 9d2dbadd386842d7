package org.headroom.ledger.run;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RecordMarks;

/** The layers of a run and the ids of their records; a layer's are read when they are first asked for. Not safe for several threads. */
public final class RecordIds {
    private final ExplanationFiles files;
    private final List<String> layers;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<Integer, Optional<TextBlock>> opened = new HashMap<>();

    /** The records of a run. */
    public RecordIds(ExplanationFiles files) {
        this.files = files;
        List<String> ids = new ArrayList<>();
        for (ExplanationFiles.LayerEntry layer : files.readLayers()) {
            ids.add(layer.layer());
            titles.put(layer.layer(), layer.title());
        }
        layers = List.copyOf(ids);
    }

    /** Ids of the layers, by ordinal. */
    public List<String> layers() {
        return layers;
    }

    /** The title of a layer for people; empty where it has none, or for no layer. */
    public String title(String layer) {
        return titles.getOrDefault(layer, "");
    }

    /** Number of records of a layer; 0 where none are kept. */
    public int size(int layer) {
        return block(layer).map(TextBlock::size).orElse(0);
    }

    /** The id of a record; empty where none is kept. */
    public String id(int layer, int record) {
        return block(layer)
                .filter(ids -> record >= 0 && record < ids.size())
                .map(ids -> Objects.requireNonNullElse(ids.get(record), ""))
                .orElse("");
    }

    /** The marks of a layer's records; empty in a run that has none. */
    public Optional<RecordMarks> marks(int layer) {
        return RecordMarks.read(files, layer, size(layer));
    }

    private Optional<TextBlock> block(int layer) {
        return opened.computeIfAbsent(layer, ordinal -> {
            String name = Integer.toString(ordinal);
            if (!Files.exists(files.records().resolve(name + TextFile.ENDS))) {
                return Optional.empty();
            }
            try (TextFile ids = new TextFile(files.records(), name)) {
                return Optional.of(ids.read(0, ids.size()));
            }
        });
    }
}
