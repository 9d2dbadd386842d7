package org.headroom.gridheadroom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the published headroom of one layer's records: who may have it, what limits it, under which condition. A figure of 0 alone does
 * not tell a node that is full from one of which nothing may be granted yet.
 */
final class HeadroomTerms {
    static final String SOURCE =
            "value of the layer; terms after CNMC, Circular 1/2024 on access and connection of demand, and the capacity files of Red"
                    + " Eléctrica made under it";
    static final String GRANTABLE = "GRANTABLE";
    static final String NONE_LEFT = "NONE_LEFT";
    static final String TENDER_ONLY = "TENDER_ONLY";
    static final String NOT_AGREED = "NOT_AGREED";
    static final List<String> STANDINGS = List.of(GRANTABLE, NONE_LEFT, TENDER_ONLY, NOT_AGREED);
    /** Several criteria that bind alike. */
    static final String SEVERAL = "SEVERAL";

    static final List<String> BINDINGS = bindings();
    static final List<String> CONDITIONS = words("headroomCondition");

    private static final byte UNKNOWN = -1;
    private static final String TENDER = "TENDER";

    private static final byte[] NO_CODES = {};
    private static final @Nullable String[] NO_TEXTS = {};

    private final FeatureLayer layer;
    private final boolean hasStanding;
    private final byte[] standing;
    private final byte[] binding;
    private final byte[] condition;
    private final @Nullable String[] given;
    private final @Nullable String[] direction;

    /** @param mw the headroom for load that each record gives, NaN where none */
    HeadroomTerms(FeatureLayer layer, double[] mw, Predicate<String> isWanted) {
        this.layer = layer;
        hasStanding = layer.hasField("headroomStanding");
        given = hasStanding ? layer.texts("headroomStanding") : NO_TEXTS;
        direction = hasStanding ? layer.texts("capacityDirection") : NO_TEXTS;
        standing = isWanted.test(GridHeadroomModule.STANDING)
                ? codes(record -> standing(record, mw[record]), STANDINGS)
                : NO_CODES;
        binding = isWanted.test(GridHeadroomModule.BINDING) ? codes("headroomBinding", BINDINGS) : NO_CODES;
        condition = isWanted.test(GridHeadroomModule.CONDITION) ? codes("headroomCondition", CONDITIONS) : NO_CODES;
    }

    private static List<String> words(String field) {
        return LayerKind.GRID_CAPACITY.findField(field).orElseThrow().domain().words();
    }

    private static List<String> bindings() {
        List<String> labels = new ArrayList<>(words("headroomBinding"));
        labels.add(SEVERAL);
        return labels;
    }

    private byte[] codes(String field, List<String> labels) {
        if (!layer.hasField(field)) {
            return NO_CODES;
        }
        @Nullable String[] texts = layer.texts(field);
        return codes(record -> several(texts[record]), labels);
    }

    /** The place of each record's word in the labels. */
    private byte[] codes(IntFunction<@Nullable String> word, List<String> labels) {
        byte[] codes = new byte[layer.size()];
        for (int record = 0; record < codes.length; record++) {
            String label = word.apply(record);
            codes[record] = label == null ? UNKNOWN : (byte) labels.indexOf(label);
        }
        return codes;
    }

    /** Headroom for generation is none for load. */
    private static boolean isForLoad(@Nullable String direction) {
        return direction == null || direction.equals("LOAD");
    }

    private @Nullable String word(int record) {
        return hasStanding && isForLoad(direction[record]) ? given[record] : null;
    }

    private @Nullable String standing(int record, double mw) {
        String word = word(record);
        if (NOT_AGREED.equals(word)) {
            return NOT_AGREED;
        }
        if (LayerField.NOT_UNDERSTOOD.equals(word)) {
            return null;
        }
        if (mw > 0) {
            return GRANTABLE;
        }
        if (TENDER.equals(word)) {
            return TENDER_ONLY;
        }
        return Double.isNaN(mw) ? null : NONE_LEFT;
    }

    private static @Nullable String several(@Nullable String list) {
        return list != null && list.indexOf(';') >= 0 && !list.contains(LayerField.NOT_UNDERSTOOD) ? SEVERAL : list;
    }

    /** Whether nothing may be granted today, whatever figure the record gives or leaves out. */
    boolean grantsNothing(int record, double mw) {
        String word = word(record);
        return NOT_AGREED.equals(word) || TENDER.equals(word) && !(mw > 0);
    }

    /** Whether the record says something of its standing that nobody understood. */
    boolean isInDoubt(int record) {
        return LayerField.NOT_UNDERSTOOD.equals(word(record));
    }

    void write(
            MeasurementColumn standings,
            MeasurementColumn bindings,
            MeasurementColumn conditions,
            int site,
            int record) {
        write(standing, standings, site, record);
        write(binding, bindings, site, record);
        write(condition, conditions, site, record);
    }

    private void write(byte[] codes, MeasurementColumn column, int site, int record) {
        if (record < codes.length && codes[record] >= 0) {
            column.set(site, codes[record], layer.evidenceClass(), layer, record);
        } else {
            column.setUnknown(site, UnknownReason.FIELD_MISSING, layer, record);
        }
    }
}
