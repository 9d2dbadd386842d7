package org.headroom.runs.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.runs.ToldFields;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.spi.MeasurementColumn;

/** A text field of the records that decided a criterion, as codes of its different texts. Safe for several threads. */
final class RecordTexts implements CodeSource {
    private final MeasurementFile file;
    private final List<String> texts = new ArrayList<>();
    /** The code of each record by layer; empty for a layer without the field. */
    private final int[][] codes;

    RecordTexts(MeasurementFile file, ToldFields told, String field) {
        this.file = file;
        Map<String, Integer> known = new HashMap<>();
        codes = new int[told.layers()][];
        for (int layer = 0; layer < codes.length; layer++) {
            int[] codeOfWord = told.words(layer, field).stream()
                    .mapToInt(word -> known.computeIfAbsent(word, this::add))
                    .toArray();
            codes[layer] = told.numbers(layer, field);
            for (int record = 0; record < codes[layer].length; record++) {
                int word = codes[layer][record];
                codes[layer][record] = word < 0 ? -1 : codeOfWord[word];
            }
        }
    }

    private int add(String word) {
        texts.add(word);
        return texts.size() - 1;
    }

    /** The texts by their codes. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    @Override
    public void read(int first, int count, int[] out) {
        MeasurementColumn column = new MeasurementColumn(count);
        file.read(first, count, column);
        for (int site = 0; site < count; site++) {
            int layer = column.layerOrdinal(site);
            int record = column.record(site);
            boolean isTold = layer >= 0 && record >= 0 && record < codes[layer].length;
            out[site] = isTold ? codes[layer][record] : -1;
        }
    }
}
