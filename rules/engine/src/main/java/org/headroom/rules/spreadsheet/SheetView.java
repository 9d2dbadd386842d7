package org.headroom.rules.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** What a person sees of a sheet of a workbook: which cells are hidden, and which are shown as one. */
final class SheetView {
    /** What cannot be told from nothing: less than a tenth of a sign wide, or than a point high. */
    private static final double NARROWEST = 0.1;

    private static final double LOWEST = 1;

    private static final int MOST_MERGED = 1_000;
    private static final int MOST_SHOWN = 5;

    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");
    private static final Pattern SIZE = Pattern.compile("\\d{1,6}(\\.\\d{0,20})?|\\.\\d{1,20}");

    private final List<MergedRange> merged = new ArrayList<>();
    private final Map<Integer, String> hiddenColumns = new HashMap<>();
    private final Set<String> hidden = new TreeSet<>();
    private final Set<Integer> hiddenRows = new TreeSet<>();
    private final SortedMap<Integer, SortedMap<Integer, String>> flaws = new TreeMap<>();
    private boolean areRowsHidden;
    private boolean isRowHidden;
    private int row;

    /**
     * Takes an element of the sheet that is no cell.
     *
     * @throws IOException when more is merged than a policy has reason to
     */
    void element(XMLStreamReader xml) throws IOException {
        switch (xml.getLocalName()) {
            case "sheetFormatPr" -> areRowsHidden = isTrue(text(xml, "zeroHeight"));
            case "col" -> {
                if (isTrue(text(xml, "hidden")) || isBelow(NARROWEST, text(xml, "width"))) {
                    hideColumns(text(xml, "min"), text(xml, "max"));
                }
            }
            case "row" -> {
                String number = text(xml, "r");
                row = number.matches("\\d{1,9}") ? Integer.parseInt(number) : row + 1;
                isRowHidden = isTrue(text(xml, "hidden"))
                        || isBelow(LOWEST, text(xml, "ht"))
                        || areRowsHidden && text(xml, "ht").isEmpty();
            }
            case "mergeCell" -> {
                MergedRange.of(text(xml, "ref")).ifPresent(merged::add);
                if (merged.size() > MOST_MERGED) {
                    throw new IOException("it has more than " + MOST_MERGED + " merged cells, which are not read");
                }
            }
            default -> {
                // Of no effect on what is seen.
            }
        }
    }

    /**
     * Takes a cell of the row that holds something.
     *
     * @param column from 0
     */
    void filled(int column) {
        if (isRowHidden) {
            hiddenRows.add(row);
        }
        String columns = hiddenColumns.get(column);
        if (columns != null) {
            hidden.add(columns);
        }
    }

    /**
     * Takes what is wrong with the looks of a cell of the row.
     *
     * @param column from 0
     * @param flaw the end of a sentence about the cell
     */
    void flawed(int column, String flaw) {
        flaws.computeIfAbsent(row, any -> new TreeMap<>()).put(column, flaw);
    }

    /** What is wrong with the looks of cells that hold something, by row, from 1, and column, from 0. */
    SortedMap<Integer, SortedMap<Integer, String>> flaws() {
        return flaws;
    }

    /** Number of the row that is being read, from 1. */
    int row() {
        return row;
    }

    /** What is hidden and holds something, each in a few words. */
    Set<String> hidden() {
        Set<String> all = new TreeSet<>(hidden);
        if (!hiddenRows.isEmpty()) {
            List<String> shown =
                    hiddenRows.stream().limit(MOST_SHOWN).map(String::valueOf).toList();
            int more = hiddenRows.size() - shown.size();
            all.add((hiddenRows.size() == 1 ? "row " : "rows ")
                    + String.join(", ", shown)
                    + (more > 0 ? " and " + more + " more" : ""));
        }
        return all;
    }

    List<MergedRange> merged() {
        return merged;
    }

    /** Both count from 1. */
    private void hideColumns(String first, String last) {
        if (INDEX.matcher(first).matches() && INDEX.matcher(last).matches()) {
            int from = Integer.parseInt(first) - 1;
            int to = Math.min(Integer.parseInt(last), Spreadsheet.MAX_COLUMNS) - 1;
            String name = from == to
                    ? "column " + SheetRow.letters(from)
                    : "columns " + SheetRow.letters(from) + " to " + SheetRow.letters(to);
            for (int column = from; column <= to; column++) {
                hiddenColumns.put(column, name);
            }
        }
    }

    private static boolean isBelow(double least, String size) {
        return SIZE.matcher(size).matches() && Double.parseDouble(size) < least;
    }

    static boolean isTrue(String text) {
        return text.equals("1") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("on");
    }

    static String text(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value.strip();
    }
}
