package org.headroom.columns;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where columns are written from their beginning to their end and then read. Several threads may ask for writers; only one closes. What it gives
 * says for itself who may use it.
 */
public abstract class ColumnStore implements AutoCloseable {
    private final List<ColumnWriter> writers = new ArrayList<>();

    private ColumnStore() {}

    /** Columns as the files of a folder that there is. */
    public static ColumnStore folder(Path folder) {
        return new ColumnStore() {
            @Override
            ColumnBytes begin(String name) {
                return new FileBytes(folder.resolve(name), CREATE, TRUNCATE_EXISTING, WRITE);
            }

            @Override
            public ColumnBytes open(String name) {
                return FileBytes.ofComplete(folder.resolve(name));
            }
        };
    }

    /** Columns in the heap. */
    public static ColumnStore memory() {
        Map<String, ColumnBytes> columns = new ConcurrentHashMap<>();
        return new ColumnStore() {
            @Override
            ColumnBytes begin(String name) {
                ColumnBytes bytes = new MemoryBytes();
                columns.put(name, bytes);
                return bytes;
            }

            @Override
            public ColumnBytes open(String name) {
                return Objects.requireNonNull(columns.get(name), name);
            }
        };
    }

    abstract ColumnBytes begin(String name);

    /** A writer of a column; the name is one that a file may have. */
    public synchronized ColumnWriter create(String name) {
        ColumnWriter writer = new ColumnWriter(name, () -> begin(name));
        writers.add(writer);
        return writer;
    }

    /** A column whose writer was closed; safe for several threads. */
    public abstract ColumnBytes open(String name);

    /** The writers of all columns that there are, by name, as it does not matter which was asked for first. */
    public synchronized List<ColumnWriter> written() {
        return writers.stream()
                .filter(ColumnWriter::isBegun)
                .sorted(Comparator.comparing(ColumnWriter::name))
                .toList();
    }

    /** Closes all writers. What was opened stays open. */
    @Override
    public synchronized void close() {
        RuntimeException failed = null;
        for (ColumnWriter writer : writers) {
            try {
                writer.close();
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
