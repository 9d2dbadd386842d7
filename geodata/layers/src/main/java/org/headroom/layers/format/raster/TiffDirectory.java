package org.headroom.layers.format.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The only image directory of a TIFF file (Adobe, TIFF Revision 6.0, 1992): its tags with their numbers or text. Immutable. */
final class TiffDirectory {
    private static final int MAX_VALUES = 1 << 20;

    private final ByteOrder order;
    private final Map<Integer, double[]> numbers = new TreeMap<>();
    private final Map<Integer, String> texts = new TreeMap<>();

    private TiffDirectory(ByteOrder order) {
        this.order = order;
    }

    /** Null when the file is no such TIFF, has several images, or has values of kinds that are not read here. */
    static @Nullable TiffDirectory read(FileChannel file) throws IOException {
        ByteBuffer start = bytes(file, 0, 8);
        if (start == null) {
            return null;
        }
        short mark = start.getShort(0);
        if (mark != 0x4949 && mark != 0x4D4D) {
            return null;
        }
        TiffDirectory directory = new TiffDirectory(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        start.order(directory.order);
        if (start.getShort(2) != 42) {
            return null;
        }
        long at = start.getInt(4) & 0xFFFFFFFFL;
        ByteBuffer count = bytes(file, at, 2);
        if (count == null) {
            return null;
        }
        int entries = count.order(directory.order).getShort() & 0xFFFF;
        ByteBuffer table = bytes(file, at + 2, entries * 12 + 4);
        if (table == null || table.order(directory.order).getInt(entries * 12) != 0) {
            return null;
        }
        for (int i = 0; i < entries; i++) {
            if (!directory.take(file, table, i * 12)) {
                return null;
            }
        }
        return directory;
    }

    private boolean take(FileChannel file, ByteBuffer table, int entry) throws IOException {
        int tag = table.getShort(entry) & 0xFFFF;
        int type = table.getShort(entry + 2);
        long count = table.getInt(entry + 4) & 0xFFFFFFFFL;
        int width =
                switch (type) {
                    case 1, 2 -> 1;
                    case 3 -> 2;
                    case 4 -> 4;
                    case 5, 12 -> 8;
                    default -> 0;
                };
        if (width == 0 || count > MAX_VALUES) {
            return false;
        }
        int length = width * (int) count;
        ByteBuffer values = length <= 4
                ? table.slice(entry + 8, length)
                : bytes(file, table.getInt(entry + 8) & 0xFFFFFFFFL, length);
        if (values == null) {
            return false;
        }
        values.order(order);
        if (type == 2) {
            byte[] text = new byte[length];
            values.get(0, text);
            texts.put(
                    tag,
                    new String(text, StandardCharsets.ISO_8859_1)
                            .replace("\0", "")
                            .strip());
            return true;
        }
        double[] out = new double[(int) count];
        for (int i = 0; i < out.length; i++) {
            out[i] = switch (type) {
                case 1 -> values.get(i) & 0xFF;
                case 3 -> values.getShort(2 * i) & 0xFFFF;
                case 4 -> values.getInt(4 * i) & 0xFFFFFFFFL;
                case 5 -> (double) (values.getInt(8 * i) & 0xFFFFFFFFL) / (values.getInt(8 * i + 4) & 0xFFFFFFFFL);
                default -> values.getDouble(8 * i);
            };
        }
        numbers.put(tag, out);
        return true;
    }

    /** Bytes of the file in the file's order; null when it is too short. */
    @Nullable
    ByteBuffer block(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = bytes(file, at, length);
        return bytes == null ? null : bytes.order(order);
    }

    private static @Nullable ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        if (at + length > file.size()) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }

    /** Whether there are no tags but these. */
    boolean hasOnly(Set<Integer> tags) {
        return tags.containsAll(numbers.keySet()) && tags.containsAll(texts.keySet());
    }

    /** The numbers of a tag; empty when it is not there. */
    double[] numbers(int tag) {
        return numbers.getOrDefault(tag, new double[0]);
    }

    /** The only number of a tag; the other one when it is not there. */
    double number(int tag, double other) {
        double[] found = numbers(tag);
        return found.length == 0 ? other : found.length == 1 ? found[0] : Double.NaN;
    }

    /** Whether all numbers of a tag are this one, and there is one at least. */
    boolean isAll(int tag, double value) {
        double[] found = numbers(tag);
        for (double number : found) {
            if (number != value) {
                return false;
            }
        }
        return found.length > 0;
    }

    /** The text of a tag; null when it is not there. */
    @Nullable
    String text(int tag) {
        return texts.get(tag);
    }
}
