package org.headroom.cli.names;

import java.util.Locale;
import java.util.stream.Collectors;
import org.headroom.model.Criterion;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.FieldMeaning;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.runs.values.SeenField;

/** What is said of a field that rules can read, in words. */
final class NameWords {
    private static final int SHOWN = 6;

    private NameWords() {}

    /** What it holds: {@code a number in kV, 0 to 1500}, {@code one of AIR, LIQUID}, {@code a text}. */
    static String holds(FieldMeaning field) {
        if (!field.words().isEmpty()) {
            return "one of " + String.join(", ", field.words());
        }
        if (field.kind() != SiteField.Kind.NUMBER) {
            return "a text";
        }
        if (field.unit().equals(Criterion.DATE)) {
            return "a day";
        }
        String kind = field.unit().equals("1") ? "a number" : "a number in " + field.unit();
        return kind + range(field);
    }

    private static String range(FieldMeaning field) {
        boolean hasLeast = Double.isFinite(field.least());
        boolean hasGreatest = Double.isFinite(field.greatest());
        if (hasLeast && hasGreatest) {
            return ", " + Words.number(field.least()) + " to " + Words.number(field.greatest());
        }
        return hasLeast
                ? ", " + Words.number(field.least()) + " or more"
                : hasGreatest ? ", " + Words.number(field.greatest()) + " at most" : "";
    }

    /** Who says it: the source of the site, or a module. */
    static String by(FieldMeaning field) {
        return field.module().isEmpty() ? "the source of the site" : "module " + field.module();
    }

    /** What the sites of a run have: {@code TX 254, GA 159 and 48 more; known at 3144 of 3144 sites}. */
    static String seen(FieldMeaning field, SeenField seen) {
        if (seen.known() == 0) {
            return "known at none of " + seen.sites() + " sites";
        }
        return values(field, seen) + "; known at " + seen.known() + " of " + seen.sites() + " sites";
    }

    private static String values(FieldMeaning field, SeenField seen) {
        if (seen.words().isEmpty()) {
            return Words.quantity(seen.least(), field.unit()) + " to " + Words.quantity(seen.greatest(), field.unit());
        }
        boolean isCounted = seen.differentWords() > 0;
        String words = seen.words().stream()
                .limit(SHOWN)
                .map(word -> isCounted ? word.text() + " " + word.sites() : word.text())
                .collect(Collectors.joining(", "));
        int more = seen.differentWords() - Math.min(SHOWN, seen.words().size());
        return isCounted ? words + (more > 0 ? " and " + more + " more" : "") : "such as " + words;
    }

    /** A comparison that can be copied into a rule. */
    static String example(FieldMeaning field, String seenWord, double seenNumber) {
        if (!field.words().isEmpty()) {
            return field.name() + " == \"" + field.words().get(field.words().size() - 1) + "\"";
        }
        if (field.kind() != SiteField.Kind.NUMBER) {
            return field.name() + " == \"" + (seenWord.isEmpty() ? "..." : seenWord) + "\"";
        }
        double middle = Double.isFinite(field.least()) ? field.least() : 0;
        return field.name() + " >= "
                + String.format(Locale.ROOT, "%s", Words.number(Double.isNaN(seenNumber) ? middle : seenNumber));
    }
}
