package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of Site in a rule file. What stands between their parentheses is read by {@link ConditionParser} alone, so that the language of
 * conditions is our own; Drools' parser sees blanks there, and reads all that stands around.
 */
final class SitePatterns {
    private static final String PATTERN = "Site";

    private final String text;
    private final StringBuilder blanked;
    private final List<Inside> found = new ArrayList<>();
    private boolean isInConditions;

    private SitePatterns(String text) {
        this.text = text;
        this.blanked = new StringBuilder(text);
    }

    /**
     * What stands between the parentheses of one pattern.
     *
     * @param start place of its first character in the file
     * @param end place behind its last
     */
    record Inside(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }
    }

    static SitePatterns of(String text) {
        SitePatterns patterns = new SitePatterns(text);
        int at = 0;
        while (at < text.length()) {
            at = Character.isJavaIdentifierStart(text.charAt(at)) ? patterns.word(at) : patterns.behind(at);
        }
        return patterns;
    }

    /** The text with blanks between the parentheses; lines and places stay. */
    String blanked() {
        return blanked.toString();
    }

    /** The pattern whose parentheses lie between two places. */
    Optional<Inside> between(int start, int end) {
        return found.stream()
                .filter(inside -> inside.start() > start && inside.end() <= end)
                .findFirst();
    }

    private int word(int start) {
        int end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        switch (text.substring(start, end)) {
            case "when" -> isInConditions = true;
            case "then", "end", "rule", "query" -> isInConditions = false;
            case PATTERN -> {
                return isInConditions ? pattern(end) : end;
            }
            default -> {
                // Any other word.
            }
        }
        return end;
    }

    private int pattern(int behindName) {
        int open = behindName;
        while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
            open++;
        }
        if (open == text.length() || text.charAt(open) != '(') {
            return behindName;
        }
        int depth = 1;
        int at = open + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                blank(new Inside(open + 1, at));
                return at + 1;
            }
            at = behind(at);
        }
        // Nothing closes it: the parser says so.
        return open + 1;
    }

    private void blank(Inside inside) {
        found.add(inside);
        for (int at = inside.start(); at < inside.end(); at++) {
            if (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                blanked.setCharAt(at, ' ');
            }
        }
    }

    /** The place behind a text in quotes, a comment or a single character. */
    private int behind(int at) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != c && text.charAt(end) != '\n') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), end + 1);
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        return at + 1;
    }
}
