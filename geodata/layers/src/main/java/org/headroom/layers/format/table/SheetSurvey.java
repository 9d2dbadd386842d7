package org.headroom.layers.format.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.layers.format.SourceException;

/**
 * What is to be known of a sheet before its cells are read: whether each lies on a sheet as large as there are, which the reader of cells would
 * make room for unasked, and which are merged, which stands behind them.
 */
final class SheetSurvey {
    /** Columns of a sheet (ECMA-376, 2016, and Excel since 2007); the last is XFD. */
    private static final int MAX_COLUMNS = 16_384;

    private static final int MAX_LETTERS = 3;
    private static final int LETTERS = 26;
    private static final int BUFFER = 1 << 16;

    /** Far more than the 32,767 characters that a cell can have. */
    private static final int MAX_TEXT = 1_000_000;

    /** The list of merged cells is cut here. */
    private static final int MAX_TAIL = 1 << 22;

    private static final Pattern MERGED = Pattern.compile(
            "<(?:\\w+:)?mergeCell\\s[^>]*?\\bref=[\"']([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})[\"']");

    /** State of {@link #attribute} within the quotes. */
    private static final int OPEN = 4;

    private static final byte[] END = "sheetData>".getBytes(StandardCharsets.US_ASCII);

    private final StringBuilder tail = new StringBuilder();
    private boolean isTag;
    private boolean isClosing;
    private int attribute;
    private int letters;
    private int column;
    private int ended;
    private int text;
    private boolean isBehind;

    private SheetSurvey() {}

    /** Cells that are merged; rows and columns from 1, both ends included. */
    record Range(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        boolean holds(int row, int atColumn) {
            return row >= firstRow && row <= lastRow && atColumn >= firstColumn && atColumn <= lastColumn;
        }
    }

    /** The merged cells of a sheet, from its XML. A SourceException when a cell lies beyond the last column. */
    static List<Range> merged(InputStream sheet) throws IOException {
        SheetSurvey survey = new SheetSurvey();
        survey.read(sheet);
        List<Range> ranges = new ArrayList<>();
        Matcher found = MERGED.matcher(survey.tail);
        while (found.find()) {
            ranges.add(new Range(
                    Integer.parseInt(found.group(2)),
                    number(found.group(1)),
                    Integer.parseInt(found.group(4)),
                    number(found.group(3))));
        }
        return ranges;
    }

    /** A SourceException when a text of the table of texts, given as XML, is longer than that of a cell can be. */
    static void checkTexts(InputStream texts) throws IOException {
        new SheetSurvey().read(texts);
    }

    private void read(InputStream xml) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = xml.read(buffer); count >= 0; count = xml.read(buffer)) {
            for (int i = 0; i < count; i++) {
                take(buffer[i]);
            }
        }
    }

    /** Follows {@code <c r="AB12"}: a tag, a blank, the attribute, its letters. */
    private void take(byte next) throws IOException {
        if (isBehind) {
            if (tail.length() < MAX_TAIL) {
                tail.append((char) (next & 0xFF));
            }
            return;
        }
        ended = next == END[ended] ? ended + 1 : next == END[0] ? 1 : 0;
        if (ended == END.length) {
            // The beginning of the cells ends in the same way.
            ended = 0;
            isBehind = isClosing;
        }
        if (next == '<') {
            isTag = true;
            isClosing = false;
            attribute = 0;
            text = 0;
            return;
        }
        if (!isTag) {
            if (++text > MAX_TEXT) {
                throw new SourceException(
                        "has a text of more than a million characters, where a cell can have 32,767",
                        "Look for it, or export the sheet as CSV.");
            }
            return;
        }
        if (next == '>') {
            isTag = false;
        } else if (next == '/') {
            isClosing = true;
        }
        if (attribute == OPEN) {
            if (next >= 'A' && next <= 'Z') {
                letters++;
                column = letters > MAX_LETTERS ? MAX_COLUMNS + 1 : column * LETTERS + next - 'A' + 1;
                if (column > MAX_COLUMNS) {
                    throw new SourceException(
                            "has a cell beyond column XFD, the last that a sheet can have",
                            "Open and save it again in a spreadsheet program.");
                }
                return;
            }
            attribute = 0;
        }
        boolean isBlank = next == ' ' || next == '\n' || next == '\r' || next == '\t';
        attribute = isBlank
                ? 1
                : attribute == 1 && next == 'r'
                        ? 2
                        : attribute == 2 && next == '='
                                ? OPEN - 1
                                : attribute == OPEN - 1 && (next == '"' || next == '\'') ? OPEN : 0;
        letters = 0;
        column = 0;
    }

    private static int number(String name) {
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            number = number * LETTERS + name.charAt(i) - 'A' + 1;
        }
        return number;
    }

    /** The letters of a column, from 1. */
    static String letters(int column) {
        StringBuilder name = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / LETTERS) {
            name.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return name.toString();
    }
}
