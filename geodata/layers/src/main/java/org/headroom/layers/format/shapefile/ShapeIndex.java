package org.headroom.layers.format.shapefile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the shapes of the rows lie, as the {@code .shx} says (ESRI Shapefile Technical Description, 1998). Writers that edit a file leave old
 * shapes where they were, put new ones at the end, and say so in the index only.
 *
 * @param starts offsets of the shapes in 16-bit words, in the order of the rows; null when they lie one behind the other
 * @param note what is odd about the index, without a full stop; null when it is sound
 */
record ShapeIndex(int @Nullable [] starts, @Nullable String note) {
    private static final int HEADER_WORDS = 50;
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * Reads and checks an index. One that cannot be right is not followed.
     *
     * @param shx the file; need not exist
     * @param rows rows of the table that the shapes belong to
     */
    static ShapeIndex read(Path shx, Path shp, long rows) throws IOException {
        if (!Files.isRegularFile(shx)) {
            return odd("there is no .shx");
        }
        try {
            long next;
            try (DataInputStream in = open(shx)) {
                long entries = entries(in);
                if (entries != rows) {
                    return odd("the .shx does not list as many shapes as the .dbf has rows");
                }
                next = end(in, entries);
            }
            return next >= 0 ? new ShapeIndex(null, null) : scattered(shx, shp, (int) rows);
        } catch (EOFException e) {
            return odd("the .shx is damaged");
        }
    }

    /** Where the shapes end, in words, when they lie one behind the other; else -1. */
    private static long end(DataInputStream in, long entries) throws IOException {
        byte[] block = new byte[BUFFER_BYTES];
        ByteBuffer content = ByteBuffer.wrap(block);
        long next = HEADER_WORDS;
        for (long left = 8 * entries; left > 0; left -= content.limit()) {
            content.clear().limit((int) Math.min(left, block.length));
            in.readFully(block, 0, content.limit());
            for (int at = 0; at < content.limit(); at += 8) {
                if (content.getInt(at) != next) {
                    return -1;
                }
                next += 4L + content.getInt(at + 4);
            }
        }
        return next;
    }

    private static DataInputStream open(Path shx) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(shx), BUFFER_BYTES));
    }

    /** Passes over the header. -1 when it is none. */
    private static long entries(DataInputStream in) throws IOException {
        byte[] header = new byte[2 * HEADER_WORDS];
        in.readFully(header);
        ByteBuffer content = ByteBuffer.wrap(header);
        return content.getInt(0) == ShapeReader.FILE_CODE ? (content.getInt(24) - (long) HEADER_WORDS) / 4 : -1;
    }

    private static ShapeIndex odd(String why) {
        return new ShapeIndex(null, why + ", so the shapes were taken in the order of the .shp");
    }

    private static ShapeIndex scattered(Path shx, Path shp, int rows) throws IOException {
        int[] starts = new int[rows];
        // Start and length in one number each, so that they can be put into the order of the file.
        long[] spans = new long[rows];
        try (DataInputStream in = open(shx)) {
            entries(in);
            for (int i = 0; i < rows; i++) {
                starts[i] = in.readInt();
                spans[i] = (long) starts[i] << 32 | in.readInt() & 0xFFFFFFFFL;
            }
        }
        Arrays.sort(spans);
        return isSound(spans, shp) ? new ShapeIndex(starts, null) : odd("the .shx does not fit the .shp");
    }

    /** Whether no shape lies outside the file or over another, and each has the length that stands before it. */
    private static boolean isSound(long[] spans, Path shp) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(8);
        try (FileChannel file = FileChannel.open(shp)) {
            long words = file.size() / 2;
            long free = HEADER_WORDS;
            for (long span : spans) {
                long start = span >> 32;
                int length = (int) span;
                if (start < free || length < 2 || start + 4 + length > words) {
                    return false;
                }
                header.clear();
                if (file.read(header, 2 * start) < header.capacity() || header.getInt(4) != length) {
                    return false;
                }
                free = start + 4 + length;
            }
        }
        return true;
    }
}
