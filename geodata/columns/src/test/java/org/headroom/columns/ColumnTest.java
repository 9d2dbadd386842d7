package org.headroom.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in place is read, whatever the order and the size of the blocks, and also when a writing was stopped in the middle. */
class ColumnTest {
    private static final int[] WIDTHS = {8, 1, 2, 4, 16, 8};

    @TempDir
    Path folder;

    /** Values of six columns, most of which are usual. */
    private static final class Values {
        final double[] doubles;
        final byte[] bytes;
        final short[] shorts;
        final int[] ints;
        final long[] longs;
        final double[] others;

        Values(int rows) {
            doubles = new double[rows];
            bytes = new byte[rows];
            shorts = new short[rows];
            ints = new int[rows];
            longs = new long[2 * rows];
            others = new double[rows];
        }

        static Values random(int rows, Random random) {
            Values values = new Values(rows);
            for (int i = 0; i < rows; i++) {
                boolean isUsual = random.nextInt(4) > 0;
                values.doubles[i] = isUsual ? Double.NaN : Double.longBitsToDouble(random.nextLong());
                values.bytes[i] = (byte) (isUsual ? 0 : random.nextInt());
                values.shorts[i] = (short) (isUsual ? 0 : random.nextInt());
                values.ints[i] = isUsual ? -1 : random.nextInt();
                values.longs[2 * i + 1] = isUsual ? 0 : random.nextLong();
                values.others[i] = isUsual ? values.doubles[i] : random.nextDouble();
            }
            return values;
        }

        void write(ColumnFile file, int first, int count) {
            Values some = new Values(count);
            System.arraycopy(doubles, first, some.doubles, 0, count);
            System.arraycopy(bytes, first, some.bytes, 0, count);
            System.arraycopy(shorts, first, some.shorts, 0, count);
            System.arraycopy(ints, first, some.ints, 0, count);
            System.arraycopy(longs, 2 * first, some.longs, 0, 2 * count);
            System.arraycopy(others, first, some.others, 0, count);
            file.column(0).writeDoubles(first, count, some.doubles, Double.NaN);
            file.column(1).writeBytes(first, count, some.bytes);
            file.column(2).writeShorts(first, count, some.shorts);
            file.column(3).writeInts(first, count, some.ints, -1);
            file.column(4).writeLongs(first, count, some.longs);
            file.column(5).writeDoubles(first, count, some.others, some.doubles);
        }

        static Values read(ColumnFile file, int first, int count) {
            Values values = new Values(count);
            file.column(0).readDoubles(first, count, values.doubles, Double.NaN);
            file.column(1).readBytes(first, count, values.bytes);
            file.column(2).readShorts(first, count, values.shorts);
            file.column(3).readInts(first, count, values.ints, -1);
            file.column(4).readLongs(first, count, values.longs);
            file.column(5).readDoubles(first, count, values.others, values.doubles);
            return values;
        }

        void check(Values read, int first, int count) {
            assertThat(bits(read.doubles)).isEqualTo(Arrays.copyOfRange(bits(doubles), first, first + count));
            assertThat(read.bytes).isEqualTo(Arrays.copyOfRange(bytes, first, first + count));
            assertThat(read.shorts).isEqualTo(Arrays.copyOfRange(shorts, first, first + count));
            assertThat(read.ints).isEqualTo(Arrays.copyOfRange(ints, first, first + count));
            assertThat(read.longs).isEqualTo(Arrays.copyOfRange(longs, 2 * first, 2 * (first + count)));
            assertThat(bits(read.others)).isEqualTo(Arrays.copyOfRange(bits(others), first, first + count));
        }

        private static long[] bits(double[] values) {
            return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
        }
    }

    private static List<Integer> blocks(int rows, int blockRows, Random random) {
        List<Integer> firsts = new ArrayList<>(
                IntStream.iterate(0, i -> i < rows, i -> i + blockRows).boxed().toList());
        Collections.shuffle(firsts, random);
        return firsts;
    }

    private static void write(Path file, Values values, int rows, int blockRows, List<Integer> firsts) {
        try (ColumnFile out = ColumnFile.openForWriting(file, rows, WIDTHS)) {
            for (int first : firsts) {
                values.write(out, first, Math.min(blockRows, rows - first));
            }
        }
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadWhateverTheBlocks(
            @ForAll @IntRange(min = 1, max = 3_000) int rows,
            @ForAll @IntRange(min = 1, max = 700) int blockRows,
            @ForAll @IntRange(min = 1, max = 700) int otherBlockRows,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        Values values = Values.random(rows, random);
        Path file = Files.createTempFile("column", ".test");
        Path other = Files.createTempFile("column", ".test");
        try {
            List<Integer> firsts = blocks(rows, blockRows, random);
            // A first attempt that was stopped in the middle, and another that begins anew.
            write(file, values, rows, blockRows, firsts.subList(0, firsts.size() / 2));
            write(file, values, rows, blockRows, firsts);
            ColumnFile.complete(file, rows, WIDTHS);
            write(other, values, rows, otherBlockRows, blocks(rows, otherBlockRows, random));
            ColumnFile.complete(other, rows, WIDTHS);
            assertThat(Files.mismatch(file, other)).isEqualTo(-1);
            try (ColumnFile in = ColumnFile.openForReading(file, rows, WIDTHS)) {
                int first = random.nextInt(rows);
                values.check(Values.read(in, first, rows - first), first, rows - first);
            }
        } finally {
            Files.delete(file);
            Files.delete(other);
        }
    }

    @Test
    void blocksLargerThanTheRoomOfAThread() {
        int rows = 200_003;
        Values values = Values.random(rows, new Random(3));
        Path file = folder.resolve("x");
        write(file, values, rows, rows, List.of(0));
        ColumnFile.complete(file, rows, WIDTHS);
        try (ColumnFile in = ColumnFile.openForReading(file, rows, WIDTHS)) {
            values.check(Values.read(in, 0, rows), 0, rows);
            values.check(Values.read(in, 8_191, 100_000), 8_191, 100_000);
        }
    }

    @Test
    void aBlockThatIsWrittenAnewReplacesTheOneBeforeIt() {
        Path file = folder.resolve("x");
        try (ColumnFile out = ColumnFile.openForWriting(file, 10, 8, 4)) {
            out.column(0).writeDoubles(0, 5, new double[] {1, 2, 3, 4, 5});
            out.column(1).writeInts(5, 5, new int[] {6, 7, 8, 9, 10}, -1);
            out.column(0).writeDoubles(1, 3, new double[3]);
            out.column(1).writeInts(5, 5, new int[] {-1, -1, -1, -1, 3}, -1);
            out.column(1).writeInts(9, 1, new int[] {-1}, -1);
            double[] doubles = new double[5];
            int[] ints = new int[5];
            out.column(0).readDoubles(0, 5, doubles);
            out.column(1).readInts(5, 5, ints, -1);
            assertThat(doubles).containsExactly(1, 0, 0, 0, 5);
            assertThat(ints).containsOnly(-1);
        }
    }

    @Test
    void whatIsOnlyUsualIsNotWritten() throws IOException {
        Path file = folder.resolve("x");
        try (ColumnFile out = ColumnFile.openForWriting(file, 1_000, 4, 8, 8)) {
            out.column(0).writeInts(0, 500, new int[500], 1);
            out.column(1).writeDoubles(0, 500, new double[500], 0);
            out.column(2).writeDoubles(0, 1_000, new double[1_000]);
        }
        ColumnFile.complete(file, 1_000, 4, 8, 8);
        assertThat(Files.size(file)).isEqualTo(4_000);
        try (ColumnFile in = ColumnFile.openForReading(file, 1_000, 4, 8, 8)) {
            double[] last = {1, 1};
            in.column(2).readDoubles(998, 2, last, 7);
            assertThat(last).containsExactly(7, 7);
        }
    }

    @Test
    void aMissingFileIsOfUsualValues() {
        try (ColumnFile in = ColumnFile.openIfAny(folder.resolve("none"), 5, 8)) {
            double[] values = new double[5];
            in.column(0).readDoubles(0, 5, values, Double.NaN);
            assertThat(values).containsOnly(Double.NaN);
        }
    }

    @Test
    void aFileOfAnotherLengthIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("x"), new byte[81]);
        assertThatThrownBy(() -> ColumnFile.openForReading(file, 10, 8, 2))
                .hasMessageContaining("x has not the length of 10 rows");
        assertThat(Files.size(Files.write(file, new byte[80]))).isEqualTo(80);
        ColumnFile.openForReading(file, 10, 8, 2).close();
        Files.write(file, new byte[79]);
        assertThatThrownBy(() -> ColumnFile.openForReading(file, 10, 8, 2)).hasMessageContaining("length");
        assertThatThrownBy(() -> ColumnFile.openForReading(folder.resolve("none"), 10, 8))
                .hasMessageContaining("none");
    }

    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        Path file = folder.resolve("x");
        try (ColumnFile out = ColumnFile.openForWriting(file, 2, 8, 4, 2, 1)) {
            out.column(0).writeDoubles(0, 2, new double[] {1, Double.NaN}, Double.NaN);
            out.column(1).writeInts(0, 2, new int[] {-1, 0x01020304}, -1);
            out.column(2).writeShorts(0, 2, new short[] {0x0102, 3});
            out.column(3).writeBytes(0, 2, new byte[] {7, 8});
        }
        assertThat(ByteBuffer.wrap(Files.readAllBytes(file))).isEqualTo(ByteBuffer.wrap(new byte[] {
            0, 0, 0, 0, 0, 0, 8, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, // 1.0 and NaN, less the bits of NaN
            0, 0, 0, 0, 5, 3, 2, 1, // -1 and 0x01020304, less -1
            2, 1, 3, 0, 7, 8
        }));
    }

    @Test
    void aDamagedBlockHasAnotherSum() throws IOException {
        Path file = folder.resolve("x");
        Values values = Values.random(64, new Random(5));
        write(file, values, 64, 64, List.of(0));
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 4;
            long sum = sum(Files.write(file, good));
            assertThat(sum(Files.write(file, bad))).isNotEqualTo(sum);
        }
    }

    private static long sum(Path file) {
        CRC32C sum = new CRC32C();
        try (ColumnFile in = ColumnFile.openForWriting(file, 64, WIDTHS)) {
            in.addTo(sum, 0, 64);
        }
        return sum.getValue();
    }

    @Test
    void aSealHoldsUntilTheBlockIsAnother() {
        Path path = folder.resolve("seals");
        try (BlockSeals seals = new BlockSeals(path, 3)) {
            seals.seal(1, 0);
            seals.seal(2, 0xFFFF_FFFFL);
        }
        // As after a restart.
        try (BlockSeals seals = new BlockSeals(path, 3)) {
            assertThat(seals.isSealed(0, 0)).isFalse();
            assertThat(seals.isSealed(1, 0)).isTrue();
            assertThat(seals.isSealed(1, 1)).isFalse();
            assertThat(seals.isSealed(2, 0xFFFF_FFFFL)).isTrue();
            seals.seal(2, 5);
            assertThat(seals.isSealed(2, 0xFFFF_FFFFL)).isFalse();
        }
    }
}
