package org.headroom.columns;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Checksum;

/**
 * A file of fixed-width columns for every row, one {@link Column} after the other. Blocks are written in place; several threads may write
 * different blocks. Columns that are seldom needed come last, so that they cost nothing when nothing is written to them.
 */
public final class ColumnFile implements AutoCloseable {
    private final ColumnBytes bytes;
    private final long rows;
    private final List<Column> columns = new ArrayList<>();

    /** @param widths bytes of a row in each column */
    public ColumnFile(ColumnBytes bytes, long rows, int... widths) {
        this.bytes = bytes;
        this.rows = rows;
        long offset = 0;
        for (int width : widths) {
            Column column = new Column(bytes, offset, width);
            columns.add(column);
            offset = column.end(rows);
        }
    }

    /** Opens a file for writing and reading, and makes it when it is missing. */
    public static ColumnFile openForWriting(Path file, long rows, int... widths) {
        return new ColumnFile(new FileBytes(file, CREATE, READ, WRITE), rows, widths);
    }

    /** Opens a complete file for reading. */
    public static ColumnFile openForReading(Path file, long rows, int... widths) {
        ColumnFile opened = new ColumnFile(FileBytes.ofComplete(file), rows, widths);
        if (!opened.isComplete()) {
            opened.close();
            throw new UncheckedIOException(new IOException(file + " has not the length of " + rows + " rows"));
        }
        return opened;
    }

    /** Opens a complete file for reading; when there is none every row has what is usual. */
    public static ColumnFile openIfAny(Path file, long rows, int... widths) {
        return Files.exists(file) ? openForReading(file, rows, widths) : usual(rows, widths);
    }

    /** Columns in which every row has what is usual. */
    public static ColumnFile usual(long rows, int... widths) {
        return new ColumnFile(new MemoryBytes(), rows, widths);
    }

    /** Brings a file of which every block was written to its full length; the same for every order and size of the blocks. */
    public static void complete(Path file, long rows, int... widths) {
        try (ColumnFile written = openForWriting(file, rows, widths)) {
            written.bytes.extend(written.sizeWhenComplete());
        }
    }

    /** A column by its place in the list of widths. */
    public Column column(int index) {
        return columns.get(index);
    }

    /** Whether the file has its full length. */
    public boolean isComplete() {
        return bytes.size() == sizeWhenComplete();
    }

    /** The end of the last column that something was written to; the first column always counts. */
    private long sizeWhenComplete() {
        long size = bytes.size();
        long end = columns.get(0).end(rows);
        for (Column column : columns) {
            if (column.isWithin(size)) {
                end = column.end(rows);
            }
        }
        return end;
    }

    /**
     * Takes the bytes of a block of rows from another file; what this one then holds is what it would hold had the block been written to it.
     *
     * @param from a file with columns of the same widths
     * @param firstFrom where the rows begin there
     */
    public void copy(long first, int count, ColumnFile from, long firstFrom) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).copy(first, count, from.columns.get(i), firstFrom);
        }
    }

    /** Adds the bytes of a block of rows, column by column, to a check sum. */
    public void addTo(Checksum sum, long first, int count) {
        for (Column column : columns) {
            column.addTo(sum, first, count);
        }
    }

    @Override
    public void close() {
        bytes.close();
    }
}
