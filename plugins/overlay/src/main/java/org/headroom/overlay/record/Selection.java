package org.headroom.overlay.record;

import java.util.List;
import java.util.Optional;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.FieldCondition;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a layer count: those that meet all conditions surely, those that fail none possibly, because a field is missing or holds what nobody
 * understood. A field that the layer lacks, or has with another type, is missing in every record. Immutable.
 */
final class Selection {
    private static final byte OUT = 0;
    private static final byte POSSIBLE = 1;
    private static final byte SURE = 2;

    /** Null when every record counts. */
    private final byte @Nullable [] states;

    private final boolean hasPossible;

    Selection(FeatureLayer layer, List<FieldCondition> where) {
        boolean any = false;
        byte[] all = null;
        if (!where.isEmpty()) {
            all = new byte[layer.size()];
            for (int record = 0; record < all.length; record++) {
                all[record] = SURE;
            }
            for (FieldCondition condition : where) {
                narrow(all, layer, condition);
            }
            for (byte state : all) {
                any |= state == POSSIBLE;
            }
        }
        states = all;
        hasPossible = any;
    }

    boolean isSure(int record) {
        return states == null || states[record] == SURE;
    }

    boolean isPossible(int record) {
        return states != null && states[record] == POSSIBLE;
    }

    boolean hasPossible() {
        return hasPossible;
    }

    /** Whether the layer has a field of the type. */
    static boolean has(FeatureLayer layer, String field, FieldType type) {
        Optional<LayerField> declared = layer.kind().findField(field);
        return layer.hasField(field)
                && declared.map(found -> found.type() == type).orElse(true);
    }

    private static void narrow(byte[] states, FeatureLayer layer, FieldCondition condition) {
        String field = condition.field();
        if (!has(layer, field, condition.isText() ? FieldType.TEXT : FieldType.NUMBER)) {
            for (int record = 0; record < states.length; record++) {
                states[record] = worse(states[record], POSSIBLE);
            }
        } else if (condition.isText()) {
            @Nullable String[] texts = layer.texts(field);
            for (int record = 0; record < states.length; record++) {
                states[record] = worse(states[record], state(texts[record], condition.words()));
            }
        } else {
            double[] numbers = layer.numbers(field);
            for (int record = 0; record < states.length; record++) {
                states[record] = worse(states[record], state(numbers[record], condition));
            }
        }
    }

    private static byte worse(byte a, byte b) {
        return a < b ? a : b;
    }

    private static byte state(double number, FieldCondition condition) {
        if (Double.isNaN(number)) {
            return POSSIBLE;
        }
        return number >= condition.least() && number <= condition.greatest() ? SURE : OUT;
    }

    private static byte state(@Nullable String text, List<String> words) {
        if (text == null || text.isBlank()) {
            return POSSIBLE;
        }
        if (words.contains(text)) {
            return SURE;
        }
        byte state = OUT;
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf(';', from);
            end = end < 0 ? text.length() : end;
            String word = text.substring(from, end).trim();
            if (words.contains(word)) {
                return SURE;
            }
            state = word.equals(LayerField.NOT_UNDERSTOOD) ? POSSIBLE : state;
            from = end + 1;
        }
        return state;
    }
}
