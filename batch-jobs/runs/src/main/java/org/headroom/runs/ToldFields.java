package org.headroom.runs;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.TextFile;
import org.headroom.columns.WordColumn;
import org.headroom.columns.WordWriter;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of records ({@link LayerKind#told()}) that a run keeps beside their ids, so that it can tell them when the layers are gone.
 * Not safe for several threads.
 */
public final class ToldFields implements AutoCloseable {
    private static final int SHARED_WORDS = 1 << 14;

    private final ExplanationFiles files;
    private final Path folder;
    private final Map<String, @Nullable WordColumn> opened = new HashMap<>();

    /** Opens the fields that a run keeps; each when it is first asked for. */
    public ToldFields(ExplanationFiles files) {
        this.files = files;
        folder = files.records();
    }

    /** Keeps the fields of a layer that its descriptor maps. */
    static void write(Path folder, FeatureLayer layer) {
        try (ColumnStore store = ColumnStore.folder(folder)) {
            for (String field : layer.kind().told()) {
                if (layer.hasField(field)) {
                    WordWriter writer = new WordWriter(store, name(layer.ordinal(), field), SHARED_WORDS);
                    IntFunction<@Nullable String> words = words(layer, field);
                    for (int record = 0; record < layer.size(); record++) {
                        writer.put(words.apply(record));
                    }
                }
            }
        }
    }

    /** What a field says of each record: days as ISO 8601, numbers without a needless fraction; null where it is missing. */
    private static IntFunction<@Nullable String> words(FeatureLayer layer, String field) {
        switch (layer.kind().findField(field).orElseThrow().type()) {
            case DATE -> {
                int[] days = layer.dates(field);
                return record -> days[record] == FeatureLayer.NO_DATE
                        ? null
                        : LocalDate.ofEpochDay(days[record]).toString();
            }
            case NUMBER -> {
                double[] numbers = layer.numbers(field);
                return record -> Double.isNaN(numbers[record])
                        ? null
                        : BigDecimal.valueOf(numbers[record])
                                .stripTrailingZeros()
                                .toPlainString();
            }
            case TEXT -> {
                @Nullable String[] texts = layer.texts(field);
                return record -> texts[record];
            }
        }
        throw new IllegalArgumentException(field);
    }

    private static String name(int layerOrdinal, String field) {
        return layerOrdinal + "-" + field;
    }

    /** Ids of the layers of the run, by their ordinals. */
    public List<String> layerIds() {
        return Arrays.stream(files.readLayers())
                .map(ExplanationFiles.LayerEntry::layer)
                .toList();
    }

    /** Number of layers of the run. */
    public int layers() {
        return files.readLayers().length;
    }

    /** What is kept of a record (from 0), by field, in the order of the kind; without fields that it has not. */
    public Map<String, String> of(int layerOrdinal, int record) {
        Map<String, String> told = new LinkedHashMap<>();
        for (LayerKind kind : LayerKind.builtIn()) {
            for (String field : kind.told()) {
                WordColumn column = column(layerOrdinal, field);
                String word = column == null ? null : word(column, record);
                if (word != null) {
                    told.put(field, word);
                }
            }
        }
        return told;
    }

    @SuppressWarnings("NullAway") // does not read the null mark of an array's elements from a class file
    private static @Nullable String word(WordColumn column, int record) {
        @Nullable String[] word = new @Nullable String[1];
        column.read(record, 1, word);
        return word[0];
    }

    /** All words of a field of a layer; empty where none are kept. */
    public List<String> words(int layerOrdinal, String field) {
        WordColumn column = column(layerOrdinal, field);
        return column == null ? List.of() : column.words();
    }

    /** The number of each record's word, -1 where it has none; empty where none are kept. */
    public int[] numbers(int layerOrdinal, String field) {
        WordColumn column = column(layerOrdinal, field);
        if (column == null) {
            return new int[0];
        }
        int[] numbers = new int[records(layerOrdinal)];
        column.read(0, numbers.length, numbers);
        return numbers;
    }

    private @Nullable WordColumn column(int layerOrdinal, String field) {
        String name = name(layerOrdinal, field);
        // Notes as well that there is none: looking for each field of each of a million records costs more than all
        // else.
        if (!opened.containsKey(name)) {
            opened.put(
                    name,
                    Files.exists(folder.resolve(name + WordColumn.WORDS + TextFile.BYTES))
                            ? WordColumn.openIfAny(folder, name, records(layerOrdinal))
                            : null);
        }
        return opened.get(name);
    }

    private int records(int layerOrdinal) {
        try (TextFile ids = new TextFile(folder, Integer.toString(layerOrdinal))) {
            return ids.size();
        }
    }

    @Override
    public void close() {
        opened.values().stream().filter(Objects::nonNull).forEach(WordColumn::close);
    }
}
