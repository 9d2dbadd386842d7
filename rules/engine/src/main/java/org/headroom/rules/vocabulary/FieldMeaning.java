package org.headroom.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.FieldDomain;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;

/**
 * What a field that rules may read means to the author of a rule.
 *
 * @param name as it stands in a rule
 * @param kind what it holds
 * @param unit unit of a number, {@code 1} for one without; {@code category} or {@code 1} otherwise
 * @param least smallest value of a number, itself possible; -Infinity where none is said, and for texts
 * @param greatest greatest value of a number; Infinity where none is said, and for texts
 * @param words the only words that are possible; empty for numbers, and where any text is
 * @param label short name for people
 * @param meaning one sentence, without a full stop
 * @param module id of the module that measures it; empty for what the site's source says
 */
public record FieldMeaning(
        String name,
        SiteField.Kind kind,
        String unit,
        double least,
        double greatest,
        List<String> words,
        String label,
        String meaning,
        String module) {
    public FieldMeaning {
        words = List.copyOf(words);
    }

    /** Every field of a vocabulary, in its order. */
    public static List<FieldMeaning> all(Vocabulary vocabulary) {
        List<FieldMeaning> all = new ArrayList<>();
        for (SiteField field : vocabulary.fields().all()) {
            if (field.criterion()) {
                for (Vocabulary.Module module : vocabulary.modules()) {
                    module.find(field.name()).ifPresent(criterion -> all.add(of(field, criterion, module.id())));
                }
            } else {
                SiteAttributes.find(field.name()).ifPresent(attribute -> all.add(of(field, attribute)));
            }
        }
        return all;
    }

    private static FieldMeaning of(SiteField field, Criterion criterion, String module) {
        String told = criterion.description().strip();
        return new FieldMeaning(
                field.name(),
                field.kind(),
                field.unit(),
                field.isNumber() ? criterion.minimum() : Double.NEGATIVE_INFINITY,
                field.isNumber() ? criterion.maximum() : Double.POSITIVE_INFINITY,
                LiteralWords.of(field),
                criterion.label(),
                told.endsWith(".") ? told.substring(0, told.length() - 1) : told,
                module);
    }

    private static FieldMeaning of(SiteField field, LayerField attribute) {
        FieldDomain domain = attribute.domain();
        return new FieldMeaning(
                field.name(),
                field.kind(),
                field.unit(),
                field.isNumber() ? domain.least() : Double.NEGATIVE_INFINITY,
                field.isNumber() ? domain.greatest() : Double.POSITIVE_INFINITY,
                LiteralWords.of(field),
                "",
                attribute.description(),
                "");
    }

    /** All that is said of it, for a search. */
    String told() {
        return String.join(" ", name, label, meaning, unit, String.join(" ", words));
    }
}
