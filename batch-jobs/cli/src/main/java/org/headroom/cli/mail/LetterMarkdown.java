package org.headroom.cli.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A letter as Markdown. */
public final class LetterMarkdown {
    private LetterMarkdown() {}

    /** Lines without line ends. Texts of the data are shown as they are, whatever signs they have. */
    public static List<String> lines(Letter letter) {
        List<String> lines = new ArrayList<>(List.of("# " + escaped(letter.subject()), ""));
        for (int i = 0; i < letter.things().size(); i++) {
            lines.add((i + 1) + ". " + escaped(letter.things().get(i)));
        }
        lines.add("");
        lines.add(row(letter.head()));
        lines.add(row(Collections.nCopies(letter.head().size(), "---")));
        letter.rows()
                .forEach(cells -> lines.add(
                        row(cells.stream().map(LetterMarkdown::escaped).toList())));
        for (Letter.Part part : letter.parts()) {
            lines.addAll(List.of("", "## " + part.title(), ""));
            part.lines().forEach(line -> lines.add("- " + escaped(line)));
        }
        lines.addAll(List.of("", escaped(letter.link())));
        return lines;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_{}\\[\\]<>#|~&]", "\\\\$0");
    }
}
