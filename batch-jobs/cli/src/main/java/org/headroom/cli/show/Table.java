package org.headroom.cli.show;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headroom.model.Printable;

/** A table of texts in aligned columns, two blanks between them and none at the end of a line. */
public final class Table {
    private static final String GAP = "  ";

    private final List<String> titles;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param titles title of each column; a {@code >} at its beginning sets the column to the right, as for numbers
     */
    public Table(String... titles) {
        this.right = new boolean[titles.length];
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            right[i] = titles[i].startsWith(">");
            plain.add(right[i] ? titles[i].substring(1) : titles[i]);
        }
        this.titles = List.copyOf(plain);
    }

    /** Adds a row with one text for each column. */
    public void add(String... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + titles.size() + " columns");
        }
        rows.add(Stream.of(cells).map(Printable::line).toList());
    }

    /** Prints the titles and the rows; nothing when there are no rows. */
    public void print(PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = widths();
        line(out, titles, widths);
        rows.forEach(row -> line(out, row, widths));
    }

    /** Characters of its longest line, with the blanks that fill the last column. */
    int width() {
        return IntStream.of(widths()).sum() + GAP.length() * (titles.size() - 1);
    }

    private int[] widths() {
        int[] widths = new int[titles.size()];
        measure(titles, widths);
        rows.forEach(row -> measure(row, widths));
        return widths;
    }

    private static void measure(List<String> row, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(row.get(i)));
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private void line(PrintWriter out, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - width(row.get(i)));
            line.append(right[i] ? gap + row.get(i) : row.get(i) + gap).append(GAP);
        }
        out.println(line.toString().stripTrailing());
    }
}
