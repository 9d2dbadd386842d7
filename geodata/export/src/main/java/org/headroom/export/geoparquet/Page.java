package org.headroom.export.geoparquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.format.Statistics;
import org.headroom.export.ExportColumn;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column for the rows of a row group, as a data page of Parquet (version 1) holds them: which rows have one, as bits, then
 * those values one behind the other. It is filled again for each column; not safe for several threads.
 */
final class Page {
    private static final int WKB_POINT_BYTES = 21;

    private ByteBuffer values = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private byte[] present = new byte[0];
    private int rows;
    private int nulls;
    private double smallest;
    private double largest;

    /** Begins a page for so many rows. */
    void begin(int size) {
        values.clear();
        present = new byte[(size + 7) / 8];
        rows = 0;
        nulls = 0;
        smallest = Double.NaN;
        largest = Double.NaN;
    }

    private ByteBuffer next(int bytes) {
        present[rows >> 3] |= (byte) (1 << (rows & 7));
        rows++;
        if (values.remaining() < bytes) {
            long wanted = Math.max(2L * values.capacity(), (long) values.position() + bytes);
            int used = values.position();
            values = ByteBuffer.wrap(Arrays.copyOf(values.array(), (int) Math.min(wanted, Integer.MAX_VALUE - 8)))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .position(used);
        }
        return values;
    }

    private void none() {
        rows++;
        nulls++;
    }

    void putDouble(double value) {
        if (Double.isNaN(value)) {
            none();
            return;
        }
        smallest = Double.isNaN(smallest) ? value : Math.min(smallest, value);
        largest = Double.isNaN(largest) ? value : Math.max(largest, value);
        next(Double.BYTES).putDouble(value);
    }

    void putWhole(long value) {
        if (value == ExportColumn.MISSING) {
            none();
        } else {
            next(Long.BYTES).putLong(value);
        }
    }

    void putDay(long epochDay) {
        if (epochDay == ExportColumn.MISSING) {
            none();
        } else {
            next(Integer.BYTES).putInt(Math.toIntExact(epochDay));
        }
    }

    void putText(@Nullable String text) {
        if (text == null) {
            none();
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        next(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    /** A point as well-known binary, little-endian. */
    void putPoint(int wkbType, double x, double y) {
        next(Integer.BYTES + WKB_POINT_BYTES)
                .putInt(WKB_POINT_BYTES)
                .put((byte) 1)
                .putInt(wkbType)
                .putDouble(x)
                .putDouble(y);
    }

    /** The page, not packed. */
    byte[] bytes(boolean isOptional) {
        if (!isOptional) {
            return Arrays.copyOf(values.array(), values.position());
        }
        // One run of bits, 8 rows a byte (Parquet, "Run Length Encoding / Bit-Packing Hybrid"), behind its length.
        ByteBuffer run = ByteBuffer.allocate(5);
        for (int rest = present.length << 1 | 1; ; rest >>>= 7) {
            if (rest < 0x80) {
                run.put((byte) rest);
                break;
            }
            run.put((byte) ((rest & 0x7f) | 0x80));
        }
        run.flip();
        ByteBuffer page = ByteBuffer.allocate(Integer.BYTES + run.remaining() + present.length + values.position())
                .order(ByteOrder.LITTLE_ENDIAN);
        page.putInt(run.remaining() + present.length).put(run).put(present);
        return page.put(values.array(), 0, values.position()).array();
    }

    /** How many rows have none, and for numbers with a point the smallest and the largest. */
    Statistics statistics() {
        Statistics statistics = new Statistics();
        statistics.setNull_count(nulls);
        if (!Double.isNaN(smallest)) {
            // A zero is written so that it bounds both zeros.
            statistics.setMin_value(littleEndian(smallest == 0 ? -0.0 : smallest));
            statistics.setMax_value(littleEndian(largest == 0 ? 0.0 : largest));
        }
        return statistics;
    }

    private static byte[] littleEndian(double value) {
        return ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .array();
    }
}
