package org.headroom.cli.show;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headroom.cli.frame.Surroundings;
import org.headroom.model.Printable;

/** A table of texts in aligned columns, two blanks between them and none at the end of a line. */
public final class Table {
    private static final String GAP = "  ";

    /** Longer ones are broken where there is no room; shorter ones, to the next of these, where that does not do. */
    private static final List<Integer> LONGEST_WORDS = List.of(30, 20, 12);

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

    /** Prints it to the output, within the width of the terminal where one shows it. */
    public void print(Surroundings surroundings) {
        print(surroundings.out(), surroundings.tableColumns());
    }

    /**
     * Prints the titles and the rows; nothing when there are no rows. Where a line would be too long, the widest columns of texts become
     * narrower, and their texts take several lines; a table that does not fit even so stays as it is.
     *
     * @param width of the terminal in characters; empty where no terminal bounds it
     */
    public void print(PrintWriter out, Optional<Integer> width) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = width.map(this::within).orElseGet(this::widths);
        lines(out, titles, widths);
        rows.forEach(row -> lines(out, row, widths));
    }

    /** Characters of its longest line, with the blanks that fill the last column. */
    int width() {
        return width(widths());
    }

    private static int width(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private int[] within(int most) {
        return LONGEST_WORDS.stream()
                .map(word -> narrow(most, word))
                .filter(widths -> width(widths) <= most)
                .findFirst()
                .orElseGet(this::widths);
    }

    private int[] narrow(int most, int longestWord) {
        int[] widths = widths();
        int[] least = new int[widths.length];
        for (int i = 0; i < widths.length; i++) {
            least[i] = right[i]
                    ? widths[i]
                    : Math.min(widths[i], Math.max(width(titles.get(i)), Math.min(longestWord, longestWord(i))));
        }
        while (width(widths) > most) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return widths;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int longestWord(int column) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.get(column).split(" ")))
                .mapToInt(word -> width(word))
                .max()
                .orElse(0);
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

    private void lines(PrintWriter out, List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(lines(row.get(i), widths[i]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            int number = i;
            line(
                    out,
                    cells.stream()
                            .map(cell -> number < cell.size() ? cell.get(number) : "")
                            .toList(),
                    widths);
        }
    }

    /** A text in lines that are not longer than this, broken at blanks, or within words that are longer. */
    private static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String left = text;
        while (width(left) > width) {
            int end = left.offsetByCodePoints(0, width);
            int blank = left.lastIndexOf(' ', end);
            int cut = left.substring(0, Math.max(0, blank)).isBlank() ? end : blank;
            lines.add(left.substring(0, cut).stripTrailing());
            left = left.substring(cut).stripLeading();
        }
        lines.add(left);
        return lines;
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
