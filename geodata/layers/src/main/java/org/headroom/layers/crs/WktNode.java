package org.headroom.layers.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A word of well-known text with what stands in its brackets.
 *
 * @param word in capitals
 * @param values texts (with their quotes), numbers and bare words, in their order
 * @param nodes words with brackets of their own, in their order
 */
record WktNode(String word, List<String> values, List<WktNode> nodes) {
    /** Deeper than any reference system, and shallow enough for any stack. */
    private static final int MAX_DEPTH = 40;

    /** The first node of a text; what follows it, such as the system of heights that ESRI appends, is left. Empty when it is malformed. */
    static Optional<WktNode> parse(String text) {
        Reader reader = new Reader(text);
        try {
            return Optional.of(reader.node(0));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first node with one of the words. */
    Optional<WktNode> find(String... words) {
        Set<String> wanted = Set.of(words);
        return nodes.stream().filter(n -> wanted.contains(n.word)).findFirst();
    }

    /** A text without its quotes, or a number; empty when there are fewer. */
    String value(int i) {
        String value = i < values.size() ? values.get(i) : "";
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** NaN when there is no number. */
    double number(int i) {
        try {
            return Double.parseDouble(value(i));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(values);
        nodes.forEach(n -> parts.add(n.toString()));
        return word + "[" + String.join(",", parts) + "]";
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        WktNode node(int depth) {
            String word = word();
            char open = next();
            if (word.isEmpty() || (open != '[' && open != '(') || depth > MAX_DEPTH) {
                throw malformed();
            }
            List<String> values = new ArrayList<>();
            List<WktNode> nodes = new ArrayList<>();
            for (char c = ','; c == ','; c = next()) {
                item(values, nodes, depth);
            }
            char last = text.charAt(at - 1);
            if (last != ']' && last != ')') {
                throw malformed();
            }
            return new WktNode(word.toUpperCase(Locale.ROOT), values, nodes);
        }

        private void item(List<String> values, List<WktNode> nodes, int depth) {
            blanks();
            int start = at;
            if (at < text.length() && text.charAt(at) == '"') {
                values.add(quoted());
                return;
            }
            String word = word();
            blanks();
            if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
                at = start;
                nodes.add(node(depth + 1));
            } else {
                values.add(word);
            }
        }

        /** With a doubled quote in it left as a single one of another form, which nothing is looked up by. */
        private String quoted() {
            StringBuilder out = new StringBuilder("\"");
            for (at++; ; at++) {
                if (at >= text.length()) {
                    throw malformed();
                }
                char c = text.charAt(at);
                if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    out.append('\'');
                    at++;
                } else if (c == '"') {
                    at++;
                    return out.append('"').toString();
                } else {
                    out.append(c);
                }
            }
        }

        private String word() {
            blanks();
            int start = at;
            while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private char next() {
            blanks();
            if (at >= text.length()) {
                throw malformed();
            }
            return text.charAt(at++);
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private static IllegalArgumentException malformed() {
            return new IllegalArgumentException("malformed");
        }
    }
}
