package org.headroom.export.shapefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.headroom.export.DbfForm;
import org.headroom.export.DbfForm.Need;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.Utf8Column;

/**
 * Texts, left-aligned UTF-8. The longest decides; longer texts are cut between characters, end in an ellipsis and are counted, when the format cannot
 * hold them or the usual width is less; otherwise the table said that there are none.
 */
abstract class TextField extends DbfField {
    /** At the end of a text that was cut. */
    private static final byte[] ELLIPSIS = "\u2026".getBytes(StandardCharsets.UTF_8);

    private final ExportColumn column;
    private final int longest;
    private boolean cuts;
    private int cutRows;
    private int longestCutBytes;

    /** @param longest bytes of the longest text */
    private TextField(ExportColumn column, String name, int longest) {
        super(column, name, 'C');
        this.column = column;
        this.longest = longest;
    }

    @Override
    int findWidth(Refusals refusals) {
        int asked = column.heading().dbf().width();
        if (asked > 0 && longest > asked && need() == Need.ASKED) {
            refusals.add(column, "a text of " + longest + " bytes does not fit into its width of " + asked);
        }
        int needed = Math.max(1, Math.min(longest, DbfForm.MAX_WIDTH));
        int width = refusals.width(column, needed, DbfForm.MAX_WIDTH);
        cuts = longest > width;
        return width;
    }

    /** Takes note of a text that is longer than the field. */
    final synchronized void tooLong(int row, int bytes) {
        if (!cuts) {
            throw column.unexpected(row, "a text of " + bytes + " bytes");
        }
        cutRows++;
        longestCutBytes = Math.max(longestCutBytes, bytes);
    }

    @Override
    final synchronized Optional<CutText> cut() {
        return cutRows == 0
                ? Optional.empty()
                : Optional.of(new CutText(column.name(), name(), cutRows, longestCutBytes));
    }

    /** Copies the first bytes of a text, none when there are fewer than 1. Readers of DBF end a text at a NUL: it becomes a question mark. */
    static void put(byte[] text, int bytes, byte[] out, int start) {
        for (int i = 0; i < bytes; i++) {
            out[start + i] = text[i] == 0 ? (byte) '?' : text[i];
        }
    }

    /** Puts the beginning of a text that is longer than the field, with an ellipsis where that has room; gives the bytes that it put. */
    private static int shortened(byte[] text, int width, byte[] out, int start) {
        int mark = width < ELLIPSIS.length ? 0 : ELLIPSIS.length;
        int kept = cut(text, width - mark);
        put(text, kept, out, start);
        System.arraycopy(ELLIPSIS, 0, out, start + kept, mark);
        return kept + mark;
    }

    /** Length of the longest beginning of a longer text that has whole characters and at most so many bytes. */
    static int cut(byte[] text, int limit) {
        int end = limit;
        while (end > 0 && (text[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    /** Texts that are UTF-8 already. */
    static final class OfBytes extends TextField {
        private final Utf8Column column;

        OfBytes(Utf8Column column, String name) {
            super(column, name, column.longestBytes());
            this.column = column;
        }

        @Override
        void format(int from, int to, byte[] out, int offset, int stride) {
            int width = width();
            byte[] text = new byte[column.longestBytes()];
            int at = offset;
            for (int row = from; row < to; row++) {
                int bytes = column.copy(row, text);
                if (bytes > width) {
                    tooLong(row, bytes);
                    shortened(text, width, out, at);
                } else {
                    put(text, bytes, out, at);
                }
                at += stride;
            }
        }
    }

    /** Texts out of a few, as they stand in the field. */
    static final class OfCodes extends TextField {
        private final CodedColumn column;
        /** Length of each text before it was cut. */
        private final int[] lengths;

        private byte[][] cells = {};

        OfCodes(CodedColumn column, String name) {
            this(column, name, column.texts().stream().mapToInt(OfCodes::length).toArray());
        }

        private OfCodes(CodedColumn column, String name, int[] lengths) {
            super(column, name, Arrays.stream(lengths).max().orElse(0));
            this.column = column;
            this.lengths = lengths;
        }

        private static int length(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        int findWidth(Refusals refusals) {
            int width = super.findWidth(refusals);
            cells = column.texts().stream().map(text -> cell(text, width)).toArray(byte[][]::new);
            return width;
        }

        private static byte[] cell(String text, int width) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] cell = new byte[Math.min(bytes.length, width)];
            if (bytes.length > width) {
                return Arrays.copyOf(cell, shortened(bytes, width, cell, 0));
            }
            put(bytes, cell.length, cell, 0);
            return cell;
        }

        @Override
        void format(int from, int to, byte[] out, int offset, int stride) {
            int width = width();
            int at = offset;
            for (int row = from; row < to; row++) {
                int code = column.checkedCode(row);
                if (code != ExportColumn.NO_CODE) {
                    byte[] cell = cells[code];
                    System.arraycopy(cell, 0, out, at, cell.length);
                    if (lengths[code] > width) {
                        tooLong(row, lengths[code]);
                    }
                }
                at += stride;
            }
        }
    }
}
