package org.headroom.layers.load;

import java.time.LocalDate;
import java.util.List;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a legal instrument against its first. A last day before the first is a slip in one of the two, so it is taken for missing: taken at
 * its word it would end an instrument that holds. Not safe for several threads.
 */
final class LastDay {
    private final @Nullable FieldColumn expiry;
    private final @Nullable FieldColumn effective;
    private final @Nullable FieldColumn adopted;
    private final @Nullable FieldColumn certainty;
    private String value = "";

    /** @param fields all fields of the layer that are filled */
    LastDay(LayerKind kind, List<FieldColumn> fields) {
        boolean applies = kind.equals(LayerKind.MORATORIUM);
        this.expiry = applies ? find(fields, "expiryDate") : null;
        this.effective = find(fields, "effectiveDate");
        this.adopted = find(fields, "adoptedDate");
        this.certainty = find(fields, "dateCertainty");
    }

    private static @Nullable FieldColumn find(List<FieldColumn> fields, String name) {
        return fields.stream()
                .filter(field -> field.mapping().field().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Takes the last day of the record just read for missing where it cannot be right; gives what is wrong, without a full stop, or null. */
    @Nullable
    String check() {
        if (expiry == null || expiry.day() == FeatureLayer.NO_DATE) {
            return null;
        }
        FieldColumn first = day(effective) == FeatureLayer.NO_DATE ? adopted : effective;
        int begins = day(first);
        if (first == null || begins == FeatureLayer.NO_DATE || expiry.day() >= begins - slackDays()) {
            return null;
        }
        value = LocalDate.ofEpochDay(expiry.day()).toString();
        expiry.forgetDay();
        return "before the first day of the instrument, "
                + first.mapping().field().name() + " " + LocalDate.ofEpochDay(begins)
                + ", so when it ends is not known";
    }

    private static int day(@Nullable FieldColumn field) {
        return field == null ? FeatureLayer.NO_DATE : field.day();
    }

    /** How far the first day may be off by what is said of its exactness. */
    private int slackDays() {
        String word = certainty == null ? null : certainty.text();
        return word == null || word.equals("EXACT") ? 0 : word.equals("MONTH") ? 30 : 365;
    }

    /** Source column of the last day that {@link #check} refused. */
    String column() {
        return expiry == null ? "" : String.join(" + ", expiry.mapping().columns());
    }

    /** The day that {@link #check} refused, ISO 8601. */
    String value() {
        return value;
    }
}
