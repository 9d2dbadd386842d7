package org.headroom.runs.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.runs.ToldFields;

/** A text field of records that decided something, as codes of its different texts. Safe for several threads. */
final class RecordTexts implements CodeSource {
    private final RecordSource records;
    private final List<String> texts = new ArrayList<>();
    /** The code of each record by layer; empty for a layer without the field. */
    private final int[][] codes;

    RecordTexts(RecordSource records, ToldFields told, String field) {
        this.records = records;
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
        long[] deciding = new long[count];
        records.read(first, count, deciding);
        for (int site = 0; site < count; site++) {
            int layer = RecordSource.layer(deciding[site]);
            int record = RecordSource.number(deciding[site]);
            boolean isTold = layer >= 0 && record >= 0 && record < codes[layer].length;
            out[site] = isTold ? codes[layer][record] : -1;
        }
    }
}
