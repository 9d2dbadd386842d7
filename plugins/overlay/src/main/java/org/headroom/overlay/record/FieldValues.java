package org.headroom.overlay.record;

import java.util.Arrays;
import java.util.List;
import org.headroom.model.FieldType;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** What a criterion reads of the records of a layer. */
public final class FieldValues {
    private FieldValues() {}

    /** Whether a layer has the field that a criterion reads, with the type that it needs. */
    public static boolean has(FeatureLayer layer, DeclaredCriterion declared) {
        FieldType type = declared.criterion().isCategory() ? FieldType.TEXT : FieldType.NUMBER;
        return declared.field() != null && Selection.has(layer, declared.field(), type);
    }

    /** The place of each record's word among the labels; NaN where it is missing or none of them. */
    public static double[] places(FeatureLayer layer, String field, List<String> labels) {
        double[] places = new double[layer.size()];
        Arrays.fill(places, Double.NaN);
        @Nullable String[] texts = layer.texts(field);
        for (int record = 0; record < places.length; record++) {
            String text = texts[record];
            int place = text == null ? -1 : labels.indexOf(text.trim());
            places[record] = place < 0 ? Double.NaN : place;
        }
        return places;
    }

    /** Whether the field's range, as the layer declares it, does not go below 0. */
    public static boolean isNeverNegative(Source source, DeclaredCriterion declared) {
        String field = declared.field();
        return field != null
                && source.layer()
                        .kind()
                        .findField(field)
                        .filter(found -> found.domain().least() >= 0)
                        .isPresent();
    }
}
