package org.headroom.rules.drl;

import org.drools.drl.ast.descr.BaseDescr;
import org.headroom.rules.rule.RulePlace;

/**
 * The text of a rule file, or what a decision table becomes.
 *
 * @param path path within the policy folder, with forward slashes
 * @param text the whole text
 * @param origin where its lines come from
 */
public record RuleFile(String path, String text, Origin origin) {
    /** Where a place in the text comes from. */
    @FunctionalInterface
    public interface Origin {
        /** The place of a line, from 1, and a column, from 1; either is 0 when it is not known. */
        RulePlace at(int line, int column);
    }

    /** A file whose text is its own. */
    public RuleFile(String path, String text) {
        this(path, text, (line, column) -> RulePlace.inText(path, line, column));
    }

    /**
     * Where something stands in the file.
     *
     * @param line from 1; 0 when it is not known
     * @param column in characters, from 1; 0 when it is not known
     */
    record Place(int line, int column) {}

    /** Where a place comes from. */
    RulePlace at(Place place) {
        return origin.at(place.line(), place.column());
    }

    /** The first word on the line on which an element begins. */
    Place placeOf(BaseDescr descr) {
        return placeOfLine(descr.getLine());
    }

    /** Place within a consequence whose {@code then} stands on the given line. */
    Place placeOfConsequence(int thenLine, String consequence, int at) {
        int start = text.indexOf(consequence, startOfLine(thenLine));
        return start < 0 ? placeOfLine(thenLine) : placeAt(start + at);
    }

    /** The first word on a line. */
    Place placeOfLine(int line) {
        if (line < 1) {
            return new Place(0, 0);
        }
        int start = startOfLine(line);
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return new Place(line, at - start + 1);
    }

    /** The first place of a word from a line on; the line itself when it does not come. */
    Place placeOfWord(String word, int fromLine) {
        int start = text.indexOf(word, startOfLine(fromLine));
        return start < 0 ? placeOfLine(fromLine) : placeAt(start);
    }

    /** A place in the text, from 0. */
    Place placeAt(int place) {
        int line = 1;
        int start = 0;
        int end = Math.min(place, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, end - start + 1);
    }

    private int startOfLine(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return start;
            }
            start = end + 1;
        }
        return start;
    }
}
