package org.headroom.layers.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/**
 * The rows of a dBASE III file as shapefiles use it (ESRI Shapefile Technical Description, 1998). A value that is not of its column's type is
 * given as the text that stands there, so that it can be shown.
 */
final class DbfReader implements Closeable {
    private record Column(char type, int offset, int length) {}

    private final DataInputStream in;
    private final long rowCount;
    private final Charset charset;
    private final byte[] row;
    private final List<String> names = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private long read;

    /** The charset is taken from the header when null, and is ISO-8859-1 when that says nothing. */
    DbfReader(Path file, @Nullable Charset wanted) throws IOException {
        long bytes = Files.size(file);
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        try {
            if (bytes < 33) {
                throw new SourceException("has a .dbf without a header", "Copy all parts of the shapefile.");
            }
            ByteBuffer start = ByteBuffer.wrap(in.readNBytes(32)).order(ByteOrder.LITTLE_ENDIAN);
            long declared = start.getInt(4) & 0xFFFFFFFFL;
            int headerLength = start.getShort(8) & 0xFFFF;
            int rowLength = start.getShort(10) & 0xFFFF;
            if (headerLength < 33 || headerLength > bytes || rowLength < 1) {
                throw new SourceException("has a damaged .dbf header", "Copy all parts of the shapefile.");
            }
            Charset driver = CodePages.ofDriver(start.get(29) & 0xFF);
            this.charset = wanted != null ? wanted : driver != null ? driver : StandardCharsets.ISO_8859_1;
            this.row = new byte[rowLength];
            this.rowCount = declared;
            readColumns(in.readNBytes(headerLength - 32));
            if (declared > (bytes - headerLength) / rowLength) {
                throw new SourceException(
                        "has a .dbf that ends before its " + declared + " rows",
                        "Copy all parts of the shapefile again.");
            }
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private void readColumns(byte[] header) throws SourceException {
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
            if (offset + length > row.length) {
                throw new SourceException(
                        "has a .dbf whose columns are wider than its rows", "Copy all parts of the shapefile.");
            }
            columns.add(new Column(type, offset, length));
            offset += length;
        }
    }

    List<String> columns() {
        return names;
    }

    boolean next() throws IOException {
        if (read == rowCount) {
            return false;
        }
        in.readFully(row);
        read++;
        return true;
    }

    boolean isDeleted() {
        return row[0] == '*';
    }

    @Nullable
    Object[] values() {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns.get(i));
        }
        return values;
    }

    private @Nullable Object value(Column column) {
        if (column.type == 'I' && column.length == 4) {
            return (long) ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).getInt(column.offset);
        }
        if (column.type == 'O' && column.length == 8) {
            return ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).getDouble(column.offset);
        }
        String text = text(column);
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

    private String text(Column column) {
        int end = column.offset + column.length;
        for (int i = column.offset; i < end; i++) {
            if (row[i] == 0) {
                end = i;
            }
        }
        String text = new String(row, column.offset, end - column.offset, charset);
        // A writer that cuts UTF-8 at the field's width leaves half a character at the end.
        if (end == column.offset + column.length && text.endsWith("\uFFFD")) {
            text = text.substring(0, text.length() - 1);
        }
        return text.strip();
    }

    private static @Nullable Object number(String text) {
        // GDAL fills a number without a value with asterisks.
        if (text.chars().allMatch(c -> c == '*')) {
            return null;
        }
        try {
            return text.matches("[+-]?\\d{1,18}") ? (Object) Long.valueOf(text) : (Object) Numbers.parse(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static @Nullable Object day(String text) {
        if (text.equals("00000000")) {
            return null;
        }
        if (text.matches("\\d{8}")) {
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
