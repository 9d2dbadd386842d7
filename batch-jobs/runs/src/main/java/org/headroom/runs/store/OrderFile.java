package org.headroom.runs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The sites in the order of their rank: place 0 holds the site of rank 1. Little endian, four bytes each. */
public final class OrderFile implements AutoCloseable {
    private static final int BLOCK = 1 << 14;

    private final FileChannel channel;

    private OrderFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a complete file for reading. Safe for several threads. */
    public static OrderFile open(Path file) {
        try {
            return new OrderFile(FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int size() {
        try {
            return Math.toIntExact(channel.size() / Integer.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the sites at the places from {@code first} on. */
    public void read(int first, int count, int[] sites) {
        ByteBuffer buffer = ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long at = (long) first * Integer.BYTES;
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new IOException("the order of the sites ends " + buffer.remaining() + " bytes too early");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.flip().asIntBuffer().get(sites, 0, count);
    }

    /** The place of a site; looks at all of them. */
    public int find(int site) {
        int size = size();
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
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an order from the first place to the last; a reader sees all of it, once {@link #finish} is called, or nothing. */
    public static final class Writer implements AutoCloseable {
        private final Path file;
        private final Path hidden;
        private final FileChannel out;
        private final ByteBuffer pending =
                ByteBuffer.allocate(BLOCK * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);

        public Writer(Path file) {
            this.file = file;
            this.hidden = file.resolveSibling("." + file.getFileName() + ".new");
            try {
                out = FileChannel.open(
                        hidden,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public void add(int site) {
            if (!pending.hasRemaining()) {
                write();
            }
            pending.putInt(site);
        }

        private void write() {
            pending.flip();
            try {
                while (pending.hasRemaining()) {
                    out.write(pending);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            pending.clear();
        }

        /** Makes the order durable and shows it. */
        public void finish() {
            write();
            try {
                out.force(true);
                Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
