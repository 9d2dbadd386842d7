package org.headroom.runs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.headroom.columns.ColumnBytes;
import org.headroom.columns.ColumnFile;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriter;

/** The sites in the order of their rank: place 0 holds the site of rank 1. A column of four bytes a site. */
public final class OrderFile implements AutoCloseable {
    private static final int BLOCK = 1 << 14;

    private final ColumnFile file;
    private final int size;

    private OrderFile(ColumnBytes bytes) {
        size = Math.toIntExact(bytes.size() / Integer.BYTES);
        file = new ColumnFile(bytes, size, Integer.BYTES);
    }

    /** Opens a complete file for reading. Safe for several threads. */
    public static OrderFile open(Path file) {
        return new OrderFile(store(file).open(file.getFileName().toString()));
    }

    private static ColumnStore store(Path file) {
        return ColumnStore.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    public int size() {
        return size;
    }

    /** Reads the sites at the places from {@code first} on. */
    public void read(int first, int count, int[] sites) {
        if (count > size - first) {
            throw new UncheckedIOException(new IOException("the order of the sites ends "
                    + Integer.BYTES * ((long) first + count - size) + " bytes too early"));
        }
        file.column(0).readInts(first, count, sites, 0);
    }

    /** The place of a site; looks at all of them. */
    public int find(int site) {
        int[] block = new int[BLOCK];
        for (int first = 0; first < size; first += BLOCK) {
            int count = Math.min(BLOCK, size - first);
            read(first, count, block);
            for (int i = 0; i < count; i++) {
                if (block[i] == site) {
                    return first + i;
                }
            }
        }
        throw new IllegalArgumentException("site " + site + " is not in the order");
    }

    @Override
    public void close() {
        file.close();
    }

    /** Writes an order from the first place to the last; a reader sees all of it, once {@link #finish} is called, or nothing. */
    public static final class Writer implements AutoCloseable {
        private final Path file;
        private final Path hidden;
        private final ColumnWriter out;

        public Writer(Path file) {
            this.file = file;
            hidden = file.resolveSibling("." + file.getFileName() + ".new");
            out = store(file).create(hidden.getFileName().toString()).begin();
        }

        public void add(int site) {
            out.putInt(site, 0);
        }

        /** Makes the order durable and shows it. */
        public void finish() {
            out.force();
            try {
                Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            out.close();
        }
    }
}
