package org.headroom.layers.format.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.layers.format.RasterGrid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain files give what GeoTools gives for them, and all others are left to GeoTools. */
final class PlainTiffTest {
    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;
    private static final int ROWS_PER_STRIP = 3;

    @TempDir
    Path folder;

    /** Tags in the making: numbers as shorts, longs or doubles, texts as bytes. */
    private final Map<Integer, Object> tags = new TreeMap<>();

    @BeforeEach
    void plainTags() {
        tags.put(256, new int[] {WIDTH});
        tags.put(257, new int[] {HEIGHT});
        tags.put(258, new int[] {32, 32});
        tags.put(259, new int[] {1});
        tags.put(262, new int[] {1});
        tags.put(277, new int[] {2});
        tags.put(278, new int[] {ROWS_PER_STRIP});
        tags.put(284, new int[] {1});
        tags.put(338, new int[] {0});
        tags.put(339, new int[] {3, 3});
        tags.put(33550, new double[] {0.041666666666666664, 0.03, 0});
        tags.put(33922, new double[] {0, 0, 0, -126.3, 50.7, 0});
        tags.put(34735, new int[] {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326});
        tags.put(42113, "-9999\0");
    }

    private static float cell(int band, int at) {
        return at == 9 ? -9999 : at == 11 ? Float.POSITIVE_INFINITY : 100.25f * band + at / 3f;
    }

    private Path write(ByteOrder order) throws IOException {
        boolean interleaved = ((int[]) tags.get(284))[0] == 1;
        int strips = (HEIGHT + ROWS_PER_STRIP - 1) / ROWS_PER_STRIP;
        int count = interleaved ? strips : 2 * strips;
        int[] offsets = new int[count];
        int[] lengths = new int[count];
        ByteBuffer out = ByteBuffer.allocate(1 << 16).order(order);
        out.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(out.get(0));
        out.putShort((short) 42).putInt(0);
        for (int i = 0; i < count; i++) {
            int first = i % strips * ROWS_PER_STRIP * WIDTH;
            int last = Math.min(first + ROWS_PER_STRIP * WIDTH, WIDTH * HEIGHT);
            offsets[i] = out.position();
            for (int at = first; at < last; at++) {
                if (interleaved) {
                    out.putFloat(cell(0, at)).putFloat(cell(1, at));
                } else {
                    out.putFloat(cell(i / strips, at));
                }
            }
            lengths[i] = out.position() - offsets[i];
        }
        tags.put(273, offsets);
        tags.put(279, lengths);
        ByteBuffer table = ByteBuffer.allocate(2 + 12 * tags.size() + 4).order(order);
        table.putShort((short) tags.size());
        tags.forEach((tag, value) -> entry(tag, value, table, out));
        table.putInt(0);
        out.putInt(4, out.position());
        out.put(table.array());
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return Files.write(folder.resolve("p.tif"), bytes);
    }

    private static void entry(int tag, Object value, ByteBuffer table, ByteBuffer out) {
        ByteBuffer values = ByteBuffer.allocate(1024).order(out.order());
        int type;
        int count;
        if (value instanceof int[] numbers) {
            boolean isLong = tag == 273 || tag == 279;
            type = isLong ? 4 : 3;
            count = numbers.length;
            for (int number : numbers) {
                if (isLong) {
                    values.putInt(number);
                } else {
                    values.putShort((short) number);
                }
            }
        } else if (value instanceof double[] numbers) {
            type = 12;
            count = numbers.length;
            for (double number : numbers) {
                values.putDouble(number);
            }
        } else {
            byte[] text = ((String) value).getBytes(StandardCharsets.US_ASCII);
            type = 2;
            count = text.length;
            values.put(text);
        }
        table.putShort((short) tag).putShort((short) type).putInt(count);
        if (values.position() <= 4) {
            table.put(values.array(), 0, 4);
        } else {
            table.putInt(out.position());
            out.put(values.array(), 0, values.position());
        }
    }

    @ParameterizedTest
    @CsvSource({"little, 1, 1", "big, 1, 1", "little, 2, 1", "little, 1, 2", "big, 2, 2"})
    void agreesWithGeoTools(String order, int planar, int rasterType) throws IOException {
        tags.put(284, new int[] {planar});
        ((int[]) tags.get(34735))[11] = rasterType;
        Path file = write(order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int[] bands = {2, 1};
        RasterGrid plain = PlainTiff.read(file, bands);
        RasterGrid other = GeoToolsTiff.read(file, bands, null);
        assertThat(plain).isNotNull();
        assertThat(plain.width()).isEqualTo(WIDTH).isEqualTo(other.width());
        assertThat(plain.height()).isEqualTo(HEIGHT).isEqualTo(other.height());
        assertThat(plain.crs()).isEqualTo(other.crs());
        for (int i = 0; i < 6; i++) {
            assertThat(plain.gridFromCrs()[i]).isEqualTo(other.gridFromCrs()[i]);
        }
        for (int b = 0; b < 2; b++) {
            assertThat(plain.bands().get(b)).isEqualTo(other.bands().get(b));
        }
        assertThat(plain.bands().get(0)[8]).isEqualTo(cell(1, 8));
        assertThat(plain.bands().get(0)[9]).isNaN();
        assertThat(plain.bands().get(0)[11]).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"259, 5", "274, 3", "317, 2", "322, 16", "339, 1", "258, 16", "278, 4"})
    void otherKindsOfFileAreLeftToGeoTools(int tag, int value) throws IOException {
        tags.put(tag, tag == 339 || tag == 258 ? new int[] {value, value} : new int[] {value});
        assertThat(PlainTiff.read(write(ByteOrder.LITTLE_ENDIAN), new int[] {1}))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"7, 1", "15, 4269", "15, 32767"})
    void otherReferenceSystemsAreLeftToGeoTools(int key, int value) throws IOException {
        ((int[]) tags.get(34735))[key] = value;
        assertThat(PlainTiff.read(write(ByteOrder.LITTLE_ENDIAN), new int[] {1}))
                .isNull();
    }

    @Test
    void damagedFilesAreLeftToGeoTools() throws IOException {
        Path file = write(ByteOrder.LITTLE_ENDIAN);
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThat(PlainTiff.read(file, new int[] {1}))
                    .as("%d bytes", length)
                    .isNull();
        }
    }

    @Test
    void aBandThatIsNotThere() throws IOException {
        Path file = write(ByteOrder.LITTLE_ENDIAN);
        assertThatThrownBy(() -> PlainTiff.read(file, new int[] {3})).hasMessageContaining("there is no band 3");
    }
}
