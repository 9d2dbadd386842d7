package org.headroom.overlay.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.model.NearestName;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.FieldCondition;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.RecordNote;
import org.jspecify.annotations.Nullable;

/** Conditions that no record of a layer meets: most often a word is written there in another way, and what is measured looks like that of a place with nothing. */
public final class UnmetConditions {
    /** Enough for a vocabulary; names and ids, of which there are more, are no words that people mean to write. */
    private static final int MAX_WORDS = 1_000;

    private UnmetConditions() {}

    /**
     * A note for each condition that every record of a layer fails, whatever the other conditions say; none for a layer without records.
     *
     * @param criterion id of the criterion that has the conditions
     */
    public static List<RecordNote> of(FeatureLayer layer, List<FieldCondition> where, String criterion) {
        List<RecordNote> notes = new ArrayList<>();
        for (FieldCondition condition : where) {
            if (isUnmet(layer, new Selection(layer, List.of(condition)))) {
                notes.add(new RecordNote(
                        layer,
                        MeasurementColumn.NO_RECORD,
                        condition.field(),
                        wanted(condition),
                        "no record of the layer has that, so none counts for " + criterion + hint(layer, condition)));
            }
        }
        return notes;
    }

    private static boolean isUnmet(FeatureLayer layer, Selection selection) {
        for (int record = 0; record < layer.size(); record++) {
            if (selection.isSure(record) || selection.isPossible(record)) {
                return false;
            }
        }
        return layer.size() > 0;
    }

    private static String wanted(FieldCondition condition) {
        return condition.isText()
                ? String.join(", ", condition.words())
                : condition.least() + " to " + condition.greatest();
    }

    private static String hint(FeatureLayer layer, FieldCondition condition) {
        if (!condition.isText()) {
            return "";
        }
        Set<String> known = new TreeSet<>();
        for (@Nullable String text : layer.texts(condition.field())) {
            if (text != null && known.size() < MAX_WORDS) {
                known.addAll(List.of(text.split(";")));
            }
        }
        return NearestName.hint(condition.words().get(0), known);
    }
}
