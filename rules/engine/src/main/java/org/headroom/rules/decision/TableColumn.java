package org.headroom.rules.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headroom.rules.spreadsheet.SheetCell;

/**
 * A column of a decision table.
 *
 * @param kind what its header says
 * @param index from 0, in the sheet
 * @param code the cell with what each row fills in
 */
record TableColumn(Kind kind, int index, SheetCell code) {
    /** Headers that are read. Drools knows more, and takes any word that begins with one's letter for it; those are refused here. */
    enum Kind {
        NAME("N"),
        DESCRIPTION("I"),
        PRIORITY("P"),
        METADATA("@"),
        CONDITION("C"),
        ACTION("A");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        static Optional<Kind> of(String header) {
            String upper = header.toUpperCase(Locale.ROOT);
            return List.of(values()).stream()
                    .filter(kind -> kind.name().equals(upper) || kind.letter.equals(upper))
                    .findFirst();
        }

        /** Whether each row fills something into the code above it. */
        boolean hasCode() {
            return this == METADATA || this == CONDITION || this == ACTION;
        }
    }

    private static final String OPEN = "/*@";
    private static final String CLOSE = "*/";

    /**
     * Its code with a comment that says which column what comes of it belongs to.
     *
     * @param figures whether its rows hold only figures. Drools puts quotes around what a row adds to a condition that does not say where,
     *     and figures are no texts
     */
    String marked(boolean figures) {
        String mark = OPEN + index + CLOSE;
        if (kind == Kind.CONDITION && figures && oneLine().indexOf('$') < 0) {
            return mark + oneLine() + (oneLine().matches(".*[=<>]") ? " $param" : " == $param");
        }
        // Behind the code of an annotation, as nothing may stand between @ and its name.
        return kind == Kind.METADATA ? oneLine() + " " + mark : mark + oneLine();
    }

    private String oneLine() {
        return code.text().replaceAll("\\s+", " ");
    }

    /** Whether something that far behind the mark is the code's own, and not what a row has filled in. */
    boolean isOwn(int behindMark) {
        int filled = oneLine().indexOf('$');
        return kind != Kind.METADATA && behindMark < (filled < 0 ? oneLine().length() : filled);
    }

    /** An upper bound of the characters that come of filling in a text. */
    long mostCharacters(String filled) {
        long places = code.text().chars().filter(c -> c == '$').count();
        long items = code.text().contains("forall")
                ? filled.chars().filter(c -> c == ',').count() + 1
                : 1;
        return items * code.text().length() + places * filled.length();
    }
}
