package org.headroom.dist;

import java.util.List;
import java.util.Locale;

/** A page of the manual in the macros of {@code man(7)}. Texts are shown as they are, whatever signs they have. */
final class Roff {
    private final StringBuilder text = new StringBuilder();

    /** A page of section 1 without a text. */
    Roff(String name, String day, String source) {
        text.append(".TH ")
                .append(quoted(name.toUpperCase(Locale.ROOT)))
                .append(" 1 ")
                .append(quoted(day))
                .append(' ')
                .append(quoted(source))
                .append(" \"Headroom manual\"\n")
                // Words of commands are not to be divided, nor is the right margin to be even.
                .append(".nh\n.ad l\n");
    }

    Roff section(String title) {
        text.append(".SH ").append(quoted(title)).append('\n');
        return this;
    }

    Roff line(String line) {
        text.append(escaped(line)).append('\n');
        return this;
    }

    Roff paragraph(String paragraph) {
        text.append(".PP\n");
        return line(paragraph);
    }

    Roff item(String label, String description) {
        text.append(".TP\n\\fB").append(escaped(label)).append("\\fR\n");
        return line(description);
    }

    Roff verbatim(List<String> lines) {
        text.append(".PP\n.nf\n");
        lines.forEach(line -> line(line.replaceFirst("^ {2}", "")));
        text.append(".fi\n");
        return this;
    }

    String text() {
        return text.toString();
    }

    private static String quoted(String argument) {
        return '"' + escaped(argument).replace("\"", "\\(dq") + '"';
    }

    /** A backslash, a hyphen that is to be copied, quotes, and signs that mean something at the beginning of a line. */
    private static String escaped(String line) {
        String escaped = line.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped.isEmpty() ? "\\&" : escaped;
    }
}
