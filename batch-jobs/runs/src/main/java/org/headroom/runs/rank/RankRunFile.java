package org.headroom.runs.rank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sorted run on disk: tier, score key, place of the id, site; seventeen bytes an entry. */
final class RankRunFile {
    private static final int ENTRY = 1 + Long.BYTES + 2 * Integer.BYTES;
    private static final int BUFFER = ENTRY << 12;

    private RankRunFile() {}

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
        private byte tier;
        private long scoreKey;
        private int idPlace;
        private int site;

        Reader(Path file) {
            try {
                in = Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.limit(0);
        }

        boolean next() {
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
