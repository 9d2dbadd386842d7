package org.headroom.layers.format.shapefile;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.headroom.layers.format.EncodingDoubt;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a dBASE III file as shapefiles use it (ESRI Shapefile Technical Description, 1998). A value that is not of its column's type is
 * given as the text that stands there, so that it can be shown.
 */
final class DbfReader implements Closeable {
    private static final int BLOCK_BYTES = 1 << 18;

    /** Text, decimal text, day, logical, integer and double. */
    private static final String KNOWN_TYPES = "CNFDLIO";

    private record Column(char type, int offset, int length, CellTexts texts) {
        boolean isDecimalText() {
            return type == 'N' || type == 'F';
        }
    }

    private final InputStream in;
    private final long rowCount;
    private final int rowLength;
    private final Charset charset;
    /** Whether nothing says how texts are encoded. */
    private final boolean isGuessed;

    private final EncodingDoubt doubt;
    private boolean sawUtf8;
    private boolean sawOther;
    private final List<String> names = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Column[] columns;
    private final byte[] block;
    private final ByteBuffer binary;
    private int blockEnd;
    /** Where the current row begins in the block. */
    private int row;

    private long read;

    /**
     * The charset is taken from the header when null. When that says nothing, a cell that is UTF-8 is taken as such (other texts hardly ever are by
     * chance), and all others as ISO-8859-1.
     */
    DbfReader(Path file, @Nullable Charset wanted) throws IOException {
        long bytes = Files.size(file);
        this.in = Files.newInputStream(file);
        try {
            if (bytes < 33) {
                throw new SourceException("has a .dbf without a header", "Copy all parts of the shapefile.");
            }
            ByteBuffer start = ByteBuffer.wrap(in.readNBytes(32)).order(ByteOrder.LITTLE_ENDIAN);
            this.rowCount = start.getInt(4) & 0xFFFFFFFFL;
            int headerLength = start.getShort(8) & 0xFFFF;
            this.rowLength = start.getShort(10) & 0xFFFF;
            if (headerLength < 33 || headerLength > bytes || rowLength < 1) {
                throw new SourceException("has a damaged .dbf header", "Copy all parts of the shapefile.");
            }
            if (start.get(15) != 0) {
                throw new SourceException("has an encrypted .dbf", "Export it again without encryption.");
            }
            Charset driver = CodePages.ofDriver(start.get(29) & 0xFF);
            this.isGuessed = wanted == null && driver == null;
            this.charset = wanted != null ? wanted : driver != null ? driver : StandardCharsets.ISO_8859_1;
            this.doubt = new EncodingDoubt(charset);
            this.columns = readColumns(in.readNBytes(headerLength - 32));
            if (rowCount > (bytes - headerLength) / rowLength) {
                throw new SourceException(
                        "has a .dbf that ends before its " + rowCount + " rows",
                        "Copy all parts of the shapefile again.");
            }
            long beyond = (bytes - headerLength) / rowLength - rowCount;
            if (beyond > 0) {
                notes.add("the .dbf says that it has " + rowCount + " rows, but has room for " + beyond
                        + " more; those were not read");
            }
            this.block = new byte[Math.max(1, BLOCK_BYTES / rowLength) * rowLength];
            this.binary = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private Column[] readColumns(byte[] header) throws SourceException {
        List<Column> found = new ArrayList<>();
        int offset = 1;
        for (int at = 0; at + 32 <= header.length && header[at] != 0x0D; at += 32) {
            int end = at;
            while (end < at + 11 && header[end] != 0) {
                end++;
            }
            names.add(new String(header, at, end - at, charset).strip());
            char type = (char) header[at + 11];
            int length = header[at + 16] & 0xFF;
            if (type == 'C') {
                length += (header[at + 17] & 0xFF) << 8;
            }
            if (offset + length > rowLength) {
                throw new SourceException(
                        "has a .dbf whose columns are wider than its rows", "Copy all parts of the shapefile.");
            }
            if (KNOWN_TYPES.indexOf(type) < 0) {
                notes.add(
                        "the column " + names.get(names.size() - 1) + " has the dBASE type " + (type < ' ' ? '?' : type)
                                + (type == 'M' ? ", whose texts lie in another file," : "") + " and is not read");
            }
            found.add(new Column(type, offset, length, new CellTexts()));
            offset += length;
        }
        return found.toArray(new Column[0]);
    }

    List<String> columns() {
        return names;
    }

    /** All rows, the deleted ones, too. */
    long rowCount() {
        return rowCount;
    }

    /** What is odd about the file, each without a full stop. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (sawUtf8 || sawOther) {
            all.add("nothing says how the texts of the .dbf are encoded; they were read as "
                    + (sawUtf8 ? "UTF-8" : "")
                    + (sawUtf8 && sawOther ? " where they are that, else as " : "")
                    + (sawOther ? "ISO-8859-1" : "")
                    + "; give source.encoding if letters are wrong");
        } else {
            doubt.note().ifPresent(all::add);
        }
        return all;
    }

    boolean next() throws IOException {
        if (read == rowCount) {
            return false;
        }
        row += rowLength;
        if (row >= blockEnd) {
            blockEnd = (int) Math.min(block.length, (rowCount - read) * rowLength);
            if (in.readNBytes(block, 0, blockEnd) < blockEnd) {
                throw new EOFException("the .dbf ends within its rows");
            }
            row = 0;
        }
        read++;
        if (block[row] != ' ' && block[row] != '*') {
            throw new SourceException(
                    "has a .dbf whose row " + read
                            + " does not begin with a blank or an asterisk, so its header does not fit its rows",
                    "Copy all parts of the shapefile again, or export it anew.");
        }
        return true;
    }

    boolean isDeleted() {
        return block[row] == '*';
    }

    /** The value of a column of the current row, as {@link RawRecord#value}. */
    @Nullable
    Object value(int number) {
        Column column = columns[number];
        int at = row + column.offset;
        if (column.type == 'I' && column.length == 4) {
            return (long) binary.getInt(at);
        }
        if (column.type == 'O' && column.length == 8) {
            return binary.getDouble(at);
        }
        if (column.type == 'C') {
            return text(number);
        }
        if (KNOWN_TYPES.indexOf(column.type) < 0) {
            return null;
        }
        String text = decode(at, column.length);
        if (text.isEmpty()) {
            return null;
        }
        return switch (column.type) {
            case 'N', 'F' -> number(text);
            case 'D' -> day(text);
            case 'L' -> logical(text);
            default -> text;
        };
    }

    /** The value of a column as a number, as {@link RawRecord#decimal}. */
    double decimal(int number) {
        Column column = columns[number];
        if (column.isDecimalText()) {
            double value = DecimalBytes.parse(block, row + column.offset, column.length);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        Object value = value(number);
        if (value instanceof String text) {
            try {
                return Numbers.parse(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
        return value instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    /** The value of a column as text, as {@link RawRecord#text}. Cells of equal bytes mostly share one text. */
    @Nullable
    String text(int number) {
        Column column = columns[number];
        int at = row + column.offset;
        if (!column.texts.comeAgain()) {
            return newText(number, column, at);
        }
        CellTexts.Entry entry = column.texts.entry(block, at, column.length);
        if (!entry.isKnown()) {
            entry.know(newText(number, column, at));
        }
        return entry.text();
    }

    private @Nullable String newText(int number, Column column, int at) {
        if (column.type == 'C') {
            String text = decode(at, column.length);
            return text.isEmpty() ? null : text;
        }
        if (column.isDecimalText()) {
            double value = DecimalBytes.parse(block, at, column.length);
            // Whole numbers from there on need not be doubles.
            if (Math.abs(value) < 1e15) {
                return Numbers.text(value);
            }
        }
        Object value = value(number);
        return value == null ? null : Numbers.text(value).strip();
    }

    private String decode(int from, int length) {
        int end = from + length;
        for (int i = from; i < end; i++) {
            if (block[i] == 0) {
                end = i;
            }
        }
        String text = new String(block, from, end - from, isGuessed ? guessed(from, end) : charset);
        // A writer that cuts UTF-8 at the field's width leaves half a character at the end.
        if (end == from + length && text.endsWith("\uFFFD")) {
            text = text.substring(0, text.length() - 1);
        }
        text = text.strip();
        doubt.see(text);
        return text;
    }

    private Charset guessed(int from, int end) {
        for (int i = from; i < end; i++) {
            if (block[i] < 0) {
                // Half a character at the end is what a writer has cut at the field's width.
                String text = new String(block, from, end - from, StandardCharsets.UTF_8);
                int odd = text.indexOf('\uFFFD');
                boolean isUtf8 = odd < 0
                        || odd > 0
                                && odd == text.length() - 1
                                && text.codePoints().anyMatch(c -> c > 127 && c != 0xFFFD);
                sawUtf8 |= isUtf8;
                sawOther |= !isUtf8;
                return isUtf8 ? StandardCharsets.UTF_8 : charset;
            }
        }
        return charset;
    }

    private static @Nullable Object number(String text) {
        // GDAL fills a number without a value with asterisks.
        if (text.equals("*".repeat(text.length()))) {
            return null;
        }
        try {
            return Numbers.exact(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static @Nullable Object day(String text) {
        if (text.equals("00000000")) {
            return null;
        }
        if (text.length() == 8 && Numbers.isDigits(text, 0)) {
            try {
                return LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 4, 6, 10),
                        Integer.parseInt(text, 6, 8, 10));
            } catch (DateTimeException e) {
                return text;
            }
        }
        return text;
    }

    private static @Nullable Object logical(String text) {
        return switch (text) {
            case "T", "t", "Y", "y" -> Boolean.TRUE;
            case "F", "f", "N", "n" -> Boolean.FALSE;
            case "?" -> null;
            default -> text;
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
