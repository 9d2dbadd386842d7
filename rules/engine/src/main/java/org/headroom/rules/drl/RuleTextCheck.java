package org.headroom.rules.drl;

import java.util.Optional;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.SeenText;

/**
 * Looks at the characters of a rule file before the parser does: what cannot be seen, and nesting on which the parser would take for
 * ever or run out of stack. What the parser says about the rest is better, so nothing else is refused here.
 */
final class RuleTextCheck {
    /** The deepest condition that is allowed, within a pattern. */
    private static final int DEEPEST = 40;

    /** Brackets that no allowed rule nests. The parser's time doubles with each one. */
    private static final int DEEPEST_OTHERS = 6;

    /** A type in angle brackets is the parser's work too; no allowed rule has one. */
    private static final int MAX_ANGLES = 8;

    private final String text;
    private final boolean[] others = new boolean[DEEPEST + 1];
    private int depth;
    private int othersOpen;
    private int angles;
    private char before = ',';

    private RuleTextCheck(String text) {
        this.text = text;
    }

    /**
     * What is wrong with a text.
     *
     * @param line from 1
     * @param column from 1
     * @param message for the author
     * @param advice what to write instead; may be empty
     */
    record Flaw(int line, int column, String message, String advice) {}

    /**
     * The first flaw; empty when the parser may see the text.
     *
     * @param text the file
     * @param parsed the part of it that the parser sees, with every character in its place
     */
    static Optional<Flaw> find(String text, String parsed) {
        try {
            new RuleTextCheck(text).characters();
            new RuleTextCheck(parsed).nesting();
            return Optional.empty();
        } catch (RuleSyntaxException e) {
            int line = 1
                    + (int) text.substring(0, e.at())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            int column = e.at() - text.lastIndexOf('\n', e.at() - 1);
            return Optional.of(new Flaw(line, column, String.valueOf(e.getMessage()), e.advice()));
        }
    }

    /** A person must see what the machine sees (CVE-2021-42574), and what is shown must not steer a terminal. */
    private void characters() throws RuleSyntaxException {
        int code;
        for (int at = 0; at < text.length(); at += Character.charCount(code)) {
            code = text.codePointAt(at);
            if (code == '\\' && text.startsWith("\\u", at)) {
                throw new RuleSyntaxException(at, "the escape \\u is not allowed; write the character itself");
            }
            if (SeenText.isHidden(code) && !SeenText.isJoiner(code)) {
                throw new RuleSyntaxException(
                        at,
                        "the character U+%04X cannot be seen, or changes how others are seen; take it out"
                                .formatted(code));
            }
        }
    }

    private void nesting() throws RuleSyntaxException {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = afterText(at, c);
                before = c;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new RuleSyntaxException(at, "the comment that begins here does not end");
                }
                at = end + 2;
            } else {
                sign(at, c);
                before = Character.isWhitespace(c) ? before : c;
                at++;
            }
        }
    }

    /** A text stands on one line: a name is shown in lines that others read by machine. */
    private int afterText(int start, char quote) throws RuleSyntaxException {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote && !Character.isISOControl(text.charAt(at))) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            throw notClosed(start, quote);
        }
        return at + 1;
    }

    private RuleSyntaxException notClosed(int start, char quote) {
        int end = start + 1;
        while (end < text.length() && end < start + 30 && !Character.isISOControl(text.charAt(end))) {
            end++;
        }
        if (quote == '\'' && start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            return new RuleSyntaxException(
                    start,
                    PolicyProblem.INVALID,
                    "an apostrophe stands outside of a text",
                    "take it out, or put the words that it belongs to in double quotes");
        }
        return new RuleSyntaxException(
                start,
                PolicyProblem.INVALID,
                "the text in quotes that begins here does not end on its line",
                "close " + text.substring(start, end) + " with another " + quote);
    }

    private void sign(int at, char c) throws RuleSyntaxException {
        switch (c) {
            case '(', '[', '{' -> open(at, c);
            case ')', ']', '}' -> {
                if (depth > 0 && others[depth--]) {
                    othersOpen--;
                }
            }
            case '<' -> {
                if (!isBeforeNumber(at + 1) && ++angles > MAX_ANGLES) {
                    throw new RuleSyntaxException(at, "\"<\" must stand before a number");
                }
            }
            default -> {
                // The parser's.
            }
        }
    }

    private void open(int at, char c) throws RuleSyntaxException {
        boolean other = c != '(' || "(,&|".indexOf(before) < 0;
        othersOpen += other ? 1 : 0;
        if (depth == DEEPEST || othersOpen > DEEPEST_OTHERS) {
            throw new RuleSyntaxException(at, "too many brackets inside one another");
        }
        others[++depth] = other;
    }

    private boolean isBeforeNumber(int start) {
        int at = start;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && "=-0123456789".indexOf(text.charAt(at)) >= 0;
    }
}
