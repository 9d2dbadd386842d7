package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;

/** Holds the counts within a page against the number of its values, as the decoders take room for whatever they say. */
final class CountCheck {
    private static final int MAX_DELTA_VALUES = 1 << 22;
    private static final int MAX_DELTA_BLOCK = 1 << 16;

    private CountCheck() {}

    /** Levels of a column that may have nulls: runs of one bit each. */
    static void levels(byte[] bytes, int from, int length, int values) {
        runs(slice(bytes, from, length), 1, values);
    }

    /** The number of bytes that levels take in a page of the first kind, with their length before them. */
    static int levelsLength(byte[] bytes) {
        int length = slice(bytes, 0, bytes.length).getInt();
        if (length < 0 || length > bytes.length - Integer.BYTES) {
            throw new IllegalArgumentException("levels are cut");
        }
        return length;
    }

    /** The values themselves. */
    static void values(Encoding encoding, byte[] bytes, int from, int values) throws IOException {
        ByteBuffer at = slice(bytes, from, bytes.length - from);
        switch (encoding) {
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                if (at.hasRemaining()) {
                    runs(at, at.get(), values);
                }
            }
            case RLE -> {
                int length = at.getInt();
                runs(at.limit(at.position() + length), 1, values);
            }
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> delta(at, values);
            case DELTA_BYTE_ARRAY -> {
                delta(at.duplicate().order(ByteOrder.LITTLE_ENDIAN), values);
                ByteBufferInputStream in = ByteBufferInputStream.wrap(at);
                new DeltaBinaryPackingValuesReader().initFromPage(values, in);
                delta(slice(bytes, from + (int) in.position(), bytes.length - from - (int) in.position()), values);
            }
            default -> {}
        }
    }

    private static ByteBuffer slice(byte[] bytes, int from, int length) {
        return ByteBuffer.wrap(bytes, from, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Runs of a repeated value, and of values packed in groups of eight. */
    private static void runs(ByteBuffer at, int bits, int values) {
        if (bits < 0 || bits > Integer.SIZE) {
            throw new IllegalArgumentException("wrong number of bits");
        }
        long left = values;
        while (left > 0 && at.hasRemaining()) {
            long header = number(at);
            long count = header >>> 1;
            if ((header & 1) == 0) {
                at.position(at.position() + (bits + 7) / 8);
                left -= count;
                continue;
            }
            // The last group is filled up.
            if (count * 8 > left + 7) {
                throw new IllegalArgumentException("a run is too long");
            }
            at.position((int) Math.min(at.limit(), at.position() + count * bits));
            left -= count * 8;
        }
    }

    private static void delta(ByteBuffer at, int values) {
        long block = number(at);
        long parts = number(at);
        long count = number(at);
        if (count > values || count > MAX_DELTA_VALUES || block > MAX_DELTA_BLOCK || parts < 1 || parts > block) {
            throw new IllegalArgumentException("wrong counts");
        }
    }

    /** A number of at most 32 bits without a sign, seven bits a byte. */
    private static long number(ByteBuffer at) {
        long number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = at.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number is too long");
    }
}
