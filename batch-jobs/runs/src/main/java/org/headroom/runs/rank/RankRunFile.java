package org.headroom.runs.rank;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/** A sorted run on disk: tier, score key, place of the id, site; seventeen bytes an entry. */
final class RankRunFile {
    private static final int ENTRY = 1 + Long.BYTES + 2 * Integer.BYTES;
    private static final int BUFFER = ENTRY << 12;

    private RankRunFile() {}

    /** Number of entries in a file. */
    static long entries(FileChannel file) throws IOException {
        return file.size() / ENTRY;
    }

    /** Where an entry stands in the order. */
    static RankBound read(FileChannel file, long entry) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(ENTRY).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, entry * ENTRY + bytes.position()) < 0) {
                throw new EOFException("a sorted run ends within an entry");
            }
        }
        bytes.flip();
        return new RankBound(bytes.get(), bytes.getLong(), bytes.getInt());
    }

    /** Hands out the sites of several runs in order. */
    static void merge(List<Reader> readers, IntConsumer action) {
        PriorityQueue<Reader> heads =
                new PriorityQueue<>(Math.max(1, readers.size()), (a, b) -> a.isBefore(b) ? -1 : b.isBefore(a) ? 1 : 0);
        for (Reader reader : readers) {
            if (reader.next()) {
                heads.add(reader);
            }
        }
        for (Reader head = heads.poll(); head != null; head = heads.poll()) {
            action.accept(head.site());
            if (head.next()) {
                heads.add(head);
            }
        }
    }

    /** Takes entries in order. */
    static final class Writer implements AutoCloseable {
        private final OutputStream out;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

        Writer(Path file) {
            try {
                out = Files.newOutputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void add(byte tier, long scoreKey, int idPlace, int site) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.put(tier).putLong(scoreKey).putInt(idPlace).putInt(site);
        }

        private void flush() {
            try {
                out.write(buffer.array(), 0, buffer.position());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.clear();
        }

        @Override
        public void close() {
            flush();
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives the entries in order; the methods speak of the entry that {@link #next} went to. */
    static final class Reader implements AutoCloseable {
        private final InputStream in;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        private long left;
        private byte tier;
        private long scoreKey;
        private int idPlace;
        private int site;

        Reader(Path file) {
            this(file, 0, Long.MAX_VALUE);
        }

        /**
         * @param first the entry to begin with
         * @param end the entry to end before
         */
        Reader(Path file, long first, long end) {
            left = end - first;
            try {
                in = Files.newInputStream(file);
                if (first > 0) {
                    in.skipNBytes(first * ENTRY);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.limit(0);
        }

        boolean next() {
            if (left == 0) {
                return false;
            }
            left--;
            if (!buffer.hasRemaining()) {
                try {
                    int read = in.readNBytes(buffer.array(), 0, BUFFER);
                    if (read == 0) {
                        return false;
                    }
                    buffer.clear().limit(read);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            tier = buffer.get();
            scoreKey = buffer.getLong();
            idPlace = buffer.getInt();
            site = buffer.getInt();
            return true;
        }

        int site() {
            return site;
        }

        boolean isBefore(Reader other) {
            if (tier != other.tier) {
                return tier < other.tier;
            }
            int byScore = Long.compareUnsigned(scoreKey, other.scoreKey);
            return byScore != 0 ? byScore < 0 : idPlace < other.idPlace;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
