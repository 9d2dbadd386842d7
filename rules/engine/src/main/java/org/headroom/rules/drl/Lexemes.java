package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;

/** The words and signs of a rule file whatever they are, without comments and blanks. A text in quotes is one; so is each other sign. */
final class Lexemes {
    private final String text;
    private final List<Lexeme> all = new ArrayList<>();

    /**
     * One word, text or sign.
     *
     * @param text as in the file, a text with its quotes
     * @param start place in the file, from 0
     * @param isFirst whether nothing but blanks stands before it on its line
     */
    record Lexeme(String text, int start, boolean isFirst) {
        int end() {
            return start + text.length();
        }

        boolean is(String word) {
            return text.equals(word);
        }

        boolean isWord() {
            return !text.isEmpty() && Character.isJavaIdentifierStart(text.charAt(0));
        }

        boolean isText() {
            return text.length() > 1 && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        }

        boolean isEnd() {
            return text.isEmpty();
        }
    }

    /** @param text one that passed {@link RuleTextCheck}, so its texts and comments have an end */
    Lexemes(String text) {
        this.text = text;
        int at = 0;
        boolean isFirst = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                isFirst |= c == '\n';
            } else if (text.startsWith("//", at)) {
                end = endOf(text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                end = endOf(text.indexOf("*/", at + 2) + 2);
            } else {
                end = endOf(at, c);
                all.add(new Lexeme(text.substring(at, end), at, isFirst));
                isFirst = false;
            }
            at = end;
        }
        all.add(new Lexeme("", text.length(), true));
    }

    private int endOf(int found) {
        return found < 2 ? text.length() : found;
    }

    private int endOf(int start, char first) {
        int at = start + 1;
        if (first == '"' || first == '\'') {
            while (at < text.length() && text.charAt(at) != first && text.charAt(at) != '\n') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), at + 1);
        }
        if (Character.isJavaIdentifierStart(first)) {
            while (at < text.length() && isWithinWord(at)) {
                at++;
            }
        }
        return at;
    }

    /** Attributes have hyphens in their names. */
    private boolean isWithinWord(int at) {
        char c = text.charAt(at);
        return Character.isJavaIdentifierPart(c)
                || c == '-' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    Lexeme get(int index) {
        return all.get(Math.min(index, all.size() - 1));
    }

    int size() {
        return all.size();
    }
}
