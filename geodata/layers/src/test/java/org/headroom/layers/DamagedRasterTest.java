package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.model.DataIssue;
import org.headroom.spi.RasterLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GeoTIFFs that are not whole, or hold cells that would be taken for others: refused in words, and what is no such value is listed. */
final class DamagedRasterTest {
    private static final String YAML =
            head("climate", "r.tif", "geotiff") + "fields: {dryBulbC: {column: 1, unit: degC}}\n";
    private static final int WIDTH = 4;
    private static final int HEIGHT = 3;
    private static final int CELLS_AT = 300;

    /** One directory of short and long tags, then the georeference, then the cells as one strip. */
    private final Map<Integer, Integer> tags = new TreeMap<>(Map.of(
            256,
            WIDTH,
            257,
            HEIGHT,
            258,
            32,
            259,
            1,
            262,
            1,
            273,
            CELLS_AT,
            277,
            1,
            278,
            HEIGHT,
            279,
            4 * WIDTH * HEIGHT,
            339,
            3));

    private final float[] cells = new float[WIDTH * HEIGHT];

    @TempDir
    Path folder;

    private byte[] tiff() {
        ByteBuffer out = ByteBuffer.allocate(CELLS_AT + 4 * cells.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) (tags.size() + 3));
        tags.forEach((tag, value) ->
                out.putShort(tag.shortValue()).putShort((short) 4).putInt(1).putInt(value));
        out.putShort((short) 33550).putShort((short) 12).putInt(3).putInt(200);
        out.putShort((short) 33922).putShort((short) 12).putInt(6).putInt(224);
        out.putShort((short) 34735).putShort((short) 3).putInt(12).putInt(272);
        out.putInt(0);
        out.position(200).putDouble(1).putDouble(1).putDouble(0);
        out.putDouble(0).putDouble(0).putDouble(0).putDouble(-98).putDouble(37).putDouble(0);
        for (int key : new int[] {1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326}) {
            out.putShort((short) key);
        }
        out.position(CELLS_AT);
        for (float cell : cells) {
            out.putFloat(cell);
        }
        return out.array();
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(folder.resolve("r.tif"), bytes);
    }

    @Test
    void aWholeOneIsRead() throws IOException {
        Arrays.fill(cells, 12.5f);
        write(tiff());
        LoadedLayer loaded = load(folder, YAML);
        assertThat(loaded.issues()).isEmpty();
        RasterLayer.Band band =
                ((RasterLayer) loaded.layer()).findBand("dryBulbC").orElseThrow();
        assertThat(band.bilinear(-96, 35.5)).isEqualTo(12.5);
    }

    /** A second image without cells of its own, which is not looked at. */
    private void addImage(int... tagsAndValues) throws IOException {
        byte[] first = tiff();
        int directoryEnd = 10 + 12 * (tags.size() + 3);
        ByteBuffer out = ByteBuffer.allocate(first.length + 6 + 6 * tagsAndValues.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(first)
                .putInt(directoryEnd, first.length)
                .putShort((short) (tagsAndValues.length / 2));
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            out.putShort((short) tagsAndValues[i]).putShort((short) 4).putInt(1).putInt(tagsAndValues[i + 1]);
        }
        write(out.putInt(0).array());
    }

    @ParameterizedTest
    @CsvSource({
        "254, 0, true", // an image as any other
        "254, 2, true", // a page of several
        "256, 4, true", // nothing is said of it
        "255, 3, true", // a page, as it was said before 1992
        "254, 1, false", // an overview
        "254, 3, false",
        "255, 2, false",
    })
    void aFurtherImageThatIsNoOverviewIsTold(int tag, int value, boolean isTold) throws IOException {
        addImage(tag, value);
        assertThat(load(folder, YAML).issues())
                .extracting(DataIssue::reason)
                .isEqualTo(
                        isTold
                                ? List.of(
                                        "the file holds 2 images that are no overviews, of which only the first is read; make a"
                                                + " file of another one, as by gdal_translate GTIFF_DIR:2:IN OUT.tif, and a layer of that")
                                : List.of());
    }

    @Test
    void oneThatIsCutIsRefused() throws IOException {
        byte[] whole = tiff();
        for (int length = whole.length - 1; length > 0; length -= 7) {
            write(Arrays.copyOf(whole, length));
            assertThat(refused(folder, YAML))
                    .as("%s bytes", length)
                    .hasMessageMatching("(?s).*(is cut off|is not a TIFF).*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "273, 0, is sparse", // the reader takes the bytes of the header for cells
        "273, 2000000000, is cut off",
        "279, 8, only 8 bytes in block 1",
        "256, 0, a size of 0 by 3",
        "257, 100000000, cells",
        "257, 40000, the places of 1 blocks",
        "277, 60000, only 48 bytes",
        "278, 1, the places of 1 blocks",
        "258, 16, 16 bits (floating point)",
        "339, 6, complex",
        "259, 34887, LERC",
        "259, 12345, compression 12345",
        "262, 0, MINISWHITE", // the reader turns the cells round
    })
    void whatCannotBeReadRightIsRefusedInWords(int tag, int value, String words) throws IOException {
        tags.put(tag, value);
        write(tiff());
        assertThat(refused(folder, YAML)).hasMessageContaining(words).hasMessageNotContainingAny("javax", "Exception");
    }

    /** The reader takes the first point for the corner, or says that there is no reference system. */
    @Test
    void pointsOfTheGroundAreNoGrid() throws IOException {
        byte[] bytes = tiff();
        int cellSize = 10 + 12 * tags.size();
        bytes[cellSize]++;
        bytes[cellSize + 12 + 4] = 24;
        write(bytes);
        assertThat(refused(folder, YAML)).hasMessageContaining("gives the places of 4 points");
    }

    @Test
    void aTagThatSaysItHasMoreValuesThanTheFileHasBytes() throws IOException {
        byte[] bytes = tiff();
        // The count of the fifth tag, which the reader would make room for.
        bytes[10 + 4 * 12 + 7] = 0x7D;
        write(bytes);
        assertThat(refused(folder, YAML)).hasMessageContaining("a tag 262 with 2097152001 values");
    }

    @Test
    void aMaskBesideItIsNotPassedOver() throws IOException {
        write(tiff());
        Files.write(folder.resolve("r.tif.msk"), tiff());
        assertThat(refused(folder, YAML)).hasMessageContaining("r.tif.msk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<PAMRasterBand band=\"1\"><Scale>0.1</Scale><Offset>0</Offset></PAMRasterBand> | gives Scale; that is not read",
                "<PAMRasterBand band=\"1\"><Offset>-5</Offset><NoDataValue>12.5</NoDataValue></PAMRasterBand> | gives NoDataValue, Offset; that",
                "<GeoTransform>-90, 1, 0, 37, 0, -1</GeoTransform> | gives GeoTransform",
                "<PAMRaster | is no XML",
            })
    void whatLiesBesideItAndChangesItsMeaningIsRefused(String xml, String words) throws IOException {
        write(tiff());
        Files.writeString(folder.resolve("r.tif.aux.xml"), "<PAMDataset>" + xml + "</PAMDataset>");
        assertThat(refused(folder, YAML)).hasMessageContaining("r.tif.aux.xml").hasMessageContaining(words);
    }

    @Test
    void statisticsBesideItAreNoMatter() throws IOException {
        Arrays.fill(cells, 12.5f);
        write(tiff());
        Files.writeString(
                folder.resolve("r.tif.aux.xml"),
                "<PAMDataset><PAMRasterBand band=\"1\"><Offset>0</Offset><Scale>1.0</Scale><Metadata><MDI key=\"STATISTICS_MEAN\">"
                        + "12.5</MDI></Metadata></PAMRasterBand></PAMDataset>");
        assertThat(load(folder, YAML).issues()).isEmpty();
    }

    @Test
    void theDigestCountsWhatLiesBesideIt() throws IOException {
        write(tiff());
        LayerDescriptor descriptor = Layers.descriptor(YAML);
        String before = new LayerLoader(folder).digest(descriptor);
        for (String beside : new String[] {"r.tfw", "r.wld", "r.prj", "r.tif.aux.xml"}) {
            Files.writeString(folder.resolve(beside), "1");
            String after = new LayerLoader(folder).digest(descriptor);
            assertThat(after).as(beside).isNotEqualTo(before);
            before = after;
        }
    }

    @Test
    void cellsOutsideTheRangeAreUnknownAndListed() throws IOException {
        Arrays.fill(cells, 12.5f);
        cells[6] = -9999;
        cells[7] = 290;
        write(tiff());
        LoadedLayer loaded = load(folder, YAML);
        RasterLayer.Band band =
                ((RasterLayer) loaded.layer()).findBand("dryBulbC").orElseThrow();
        assertThat(band.bilinear(-95.5, 35.5)).isNaN();
        assertThat(loaded.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.effect()).isEqualTo(DataIssue.Effect.FIELD_UNKNOWN);
            assertThat(issue.field()).isEqualTo("1");
            assertThat(issue.value()).isEqualTo("-9999");
            assertThat(issue.reason()).contains("2 of 12 cells", "-90 to 60 degC", "column 3 of row 2", "not known");
        });
    }

    @Test
    void aBandWithoutAnyValueIsNamed() throws IOException {
        Arrays.fill(cells, Float.NaN);
        write(tiff());
        assertThat(load(folder, YAML).issues())
                .extracting(DataIssue::reason)
                .containsExactly("no cell of this band has a value for dryBulbC");
    }
}
