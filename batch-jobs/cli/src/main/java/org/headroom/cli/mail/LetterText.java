package org.headroom.cli.mail;

import java.util.ArrayList;
import java.util.List;

/** A letter as plain text. */
final class LetterText {
    private LetterText() {}

    /** Lines without line ends. */
    static List<String> lines(Letter letter) {
        List<String> lines = new ArrayList<>(List.of(letter.subject(), ""));
        letter.things().forEach(thing -> lines.add("* " + thing));
        lines.add("");
        int[] widths = new int[letter.head().size()];
        widen(widths, letter.head());
        letter.rows().forEach(row -> widen(widths, row));
        lines.add(row(letter.head(), widths));
        letter.rows().forEach(row -> lines.add(row(row, widths)));
        for (Letter.Part part : letter.parts()) {
            lines.add("");
            lines.add(part.title());
            part.lines().forEach(line -> lines.add("  " + line));
        }
        lines.add("");
        lines.add(letter.link());
        return lines;
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            widths[i] = Math.max(widths[i], cell.codePointCount(0, cell.length()));
        }
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            row.append(cell).append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length()) + 2));
        }
        return row.toString().stripTrailing();
    }
}
