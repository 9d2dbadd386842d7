package org.headroom.overlay.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.NearestName;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.FieldCondition;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.RecordNote;
import org.jspecify.annotations.Nullable;

/** What a criterion asks of a layer that it does not have: most often a word is written there in another way, and the place looks like one with nothing. */
public final class CriterionNotes {
    /** Enough for a vocabulary; names and ids, of which there are more, are no words that people mean to write. */
    private static final int MAX_WORDS = 1_000;

    private static final int MAX_SHOWN = 10;

    private CriterionNotes() {}

    /**
     * A note for each condition that no record surely meets and some fail, one for the words of a field that are no labels, and one for points and
     * lines where areas are measured, or for a layer without any place.
     */
    public static List<RecordNote> of(DeclaredCriterion criterion, FeatureLayer layer) {
        List<RecordNote> notes = new ArrayList<>();
        String id = criterion.criterion().id();
        for (FieldCondition condition : criterion.where()) {
            if (isUnmet(layer, new Selection(layer, List.of(condition)))) {
                String nearest = condition.isText()
                        ? NearestName.hint(condition.words().get(0), words(layer, condition.field(), true))
                        : "";
                notes.add(new RecordNote(
                        layer,
                        MeasurementColumn.NO_RECORD,
                        condition.field(),
                        wanted(condition),
                        "no record of the layer has that, which " + id + " asks for" + nearest));
            }
        }
        String field = criterion.field();
        if (field != null && criterion.criterion().isCategory() && Selection.has(layer, field, FieldType.TEXT)) {
            Set<String> others = words(layer, field, false);
            criterion.criterion().labels().forEach(others::remove);
            others.remove(LayerField.NOT_UNDERSTOOD);
            if (!others.isEmpty()) {
                notes.add(new RecordNote(
                        layer,
                        MeasurementColumn.NO_RECORD,
                        field,
                        String.join(", ", others.stream().limit(MAX_SHOWN).toList()),
                        "words of the layer that are no labels of " + id + ", so it is UNKNOWN there"));
            }
        }
        int located = located(layer, false);
        if (layer.size() > 0 && located == 0) {
            notes.add(ofLayer(
                    layer, "none of its " + layer.size() + " records has a place; " + id + " finds nothing in it"));
        }
        int others = isOverAreas(criterion.measure()) ? located - located(layer, true) : 0;
        if (others > 0) {
            notes.add(ofLayer(
                    layer,
                    others + " of " + layer.size() + " records are points or lines; " + id
                            + " is measured over areas and leaves them out"));
        }
        return notes;
    }

    private static boolean isOverAreas(Measure measure) {
        return measure == Measure.SHARE_COVERED || measure == Measure.VALUE_AT;
    }

    /** A note where the layer that says what is known has no areas to say it by: the criterion is then UNKNOWN at every site. */
    public static Optional<RecordNote> ofCoverage(DeclaredCriterion criterion, Layer coverage) {
        boolean hasAreas = coverage instanceof FeatureLayer layer && located(layer, true) > 0;
        return hasAreas
                ? Optional.empty()
                : Optional.of(ofLayer(
                        coverage,
                        "the layer has no areas, so as coverage of "
                                + criterion.criterion().id()
                                + " it covers no place, and what is not found is UNKNOWN at every site; name a layer of areas there, or"
                                + " write EVERYWHERE if all is known everywhere"));
    }

    private static RecordNote ofLayer(Layer layer, String reason) {
        return new RecordNote(layer, MeasurementColumn.NO_RECORD, "", "", reason);
    }

    private static int located(FeatureLayer layer, boolean areAreas) {
        int located = 0;
        for (int record = 0; record < layer.size(); record++) {
            located += layer.isLocated(record) && (!areAreas || layer.isArea(record)) ? 1 : 0;
        }
        return located;
    }

    private static boolean isUnmet(FeatureLayer layer, Selection selection) {
        boolean isFailed = false;
        for (int record = 0; record < layer.size(); record++) {
            if (selection.isSure(record)) {
                return false;
            }
            isFailed |= !selection.isPossible(record);
        }
        return isFailed;
    }

    private static String wanted(FieldCondition condition) {
        return condition.isText()
                ? String.join(", ", condition.words())
                : condition.least() + " to " + condition.greatest();
    }

    /** @param isList whether a text is a list of words, with semicolons between them; a label is the whole text, whatever signs are in it */
    private static Set<String> words(FeatureLayer layer, String field, boolean isList) {
        Set<String> words = new TreeSet<>();
        for (@Nullable String text : layer.texts(field)) {
            if (text != null && words.size() < MAX_WORDS) {
                for (String word : isList ? text.split(";") : new String[] {text}) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }
}
