package org.headroom.report.safe;

/** Texts in HTML: whatever they hold, a reader sees it, and a browser never obeys it. */
final class Escaping {
    private Escaping() {}

    /** A text between elements. */
    static void text(StringBuilder out, String text) {
        String line = Plain.part(text);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
    }

    /** The value of an attribute, which stands between double quotes. */
    static void attribute(StringBuilder out, String text) {
        String line = Plain.line(text);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '`' -> out.append("&#96;");
                default -> out.append(c);
            }
        }
    }
}
