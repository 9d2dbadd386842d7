package org.headroom.rules.drl;

import org.drools.drl.ast.descr.BaseDescr;

/**
 * The text of a rule file.
 *
 * @param path path within the policy folder, with forward slashes
 * @param text the whole text
 */
public record RuleFile(String path, String text) {
    /** Line of a place within an element; the element's own line when the parser has moved text about. */
    int lineOf(BaseDescr descr, String expression, int at) {
        int start = descr.getStartCharacter();
        return start >= 0 && text.startsWith(expression, start) ? lineAt(start + at) : Math.max(0, descr.getLine());
    }

    /** Line of a place within a consequence whose {@code then} stands on the given line. */
    int lineOfConsequence(int thenLine, String consequence, int at) {
        int start = text.indexOf(consequence, startOfLine(thenLine));
        return start < 0 ? thenLine : lineAt(start + at);
    }

    private int lineAt(int place) {
        int line = 1;
        for (int i = 0; i < Math.min(place, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
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
