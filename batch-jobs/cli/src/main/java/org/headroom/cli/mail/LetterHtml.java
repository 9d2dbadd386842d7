package org.headroom.cli.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A letter as HTML that mail programs show: no script, no style sheet, nothing from outside. */
final class LetterHtml {
    private static final String CELL = "padding:2px 10px 2px 0;text-align:left;vertical-align:top";

    private LetterHtml() {}

    /** Lines without line ends. */
    static List<String> lines(Letter letter) {
        List<String> lines = new ArrayList<>(List.of(
                "<!DOCTYPE html>",
                "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(letter.subject())
                        + "</title></head>",
                "<body style=\"font-family:sans-serif;font-size:14px\">",
                "<h1 style=\"font-size:18px\">" + escaped(letter.subject()) + "</h1>",
                "<ol>"));
        letter.things().forEach(thing -> lines.add("<li>" + escaped(thing) + "</li>"));
        lines.add("</ol>");
        lines.add("<table style=\"border-collapse:collapse\">");
        lines.add(row("th", letter.head()));
        letter.rows().forEach(row -> lines.add(row("td", row)));
        lines.add("</table>");
        for (Letter.Part part : letter.parts()) {
            lines.add("<h2 style=\"font-size:15px\">" + escaped(part.title()) + "</h2>");
            lines.add("<ul>");
            part.lines().forEach(line -> lines.add("<li>" + escaped(line) + "</li>"));
            lines.add("</ul>");
        }
        lines.add("<p>" + escaped(letter.link()) + "</p>");
        lines.add("</body></html>");
        return lines;
    }

    private static String row(String element, List<String> cells) {
        return "<tr>"
                + cells.stream()
                        .map(cell -> "<" + element + " style=\"" + CELL + "\">" + escaped(cell) + "</" + element + ">")
                        .collect(Collectors.joining())
                + "</tr>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
