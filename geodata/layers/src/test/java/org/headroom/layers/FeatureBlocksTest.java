package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading some records gives what the whole columns hold, in the heap and from a snapshot. */
final class FeatureBlocksTest {
    private static final int ROWS = 20_000;
    private static final String YAML = """
            layer: c
            kind: grid-capacity
            source: {file: c.csv, format: csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
            geometry: {columns: {longitude: x, latitude: y}, required: false}
            where: "use = 'y'"
            fields: {name: name, publishedHeadroomMw: mw, headroomAsOf: day}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        StringBuilder csv = new StringBuilder("use,name,mw,day,x,y\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append(i % 10 == 7 ? 'n' : 'y').append(',');
            csv.append(i % 4 == 0 ? "" : "name " + i % 9).append(',');
            csv.append(i % 3 == 0 ? "" : i / 8.0).append(',');
            csv.append(i % 5 == 0 ? "" : "2024-01-0" + (1 + i % 9)).append(',');
            csv.append(i % 6 == 0 ? "," : i / 1000.0 + "," + -i / 1000.0).append('\n');
        }
        Files.writeString(folder.resolve("c.csv"), csv);
    }

    private List<DefaultFeatureLayer> both() throws IOException {
        Path snapshot = Files.createDirectory(folder.resolve("snapshot"));
        new LayerLoader(folder)
                .snapshot(Layers.descriptor(YAML), id -> null, snapshot, String.valueOf(snapshot.getFileName()));
        return List.of(
                features(load(folder, YAML)), features(LayerSnapshot.read(snapshot, LayerKind.GRID_CAPACITY, 0)));
    }

    @Test
    void blocksAgreeWithTheWhole() throws IOException {
        for (DefaultFeatureLayer layer : both()) {
            assertThat(layer.size()).isEqualTo(ROWS - ROWS / 10);
            for (int first : new int[] {0, 1, 8191, layer.size() - 100}) {
                double[] numbers = new double[100];
                @Nullable String[] texts = new @Nullable String[100];
                int[] dates = new int[100];
                double[] longitudes = new double[100];
                double[] latitudes = new double[100];
                layer.read("publishedHeadroomMw", first, 100, numbers);
                layer.read("name", first, 100, texts);
                layer.read("headroomAsOf", first, 100, dates);
                layer.readLongitudes(first, 100, longitudes);
                layer.readLatitudes(first, 100, latitudes);
                int last = first + 100;
                assertThat(numbers).isEqualTo(Arrays.copyOfRange(layer.numbers("publishedHeadroomMw"), first, last));
                assertThat(texts).isEqualTo(Arrays.copyOfRange(layer.texts("name"), first, last));
                assertThat(dates).isEqualTo(Arrays.copyOfRange(layer.dates("headroomAsOf"), first, last));
                for (int i = 0; i < 100; i++) {
                    assertThat(longitudes[i]).isEqualTo(Double.valueOf(layer.longitude(first + i)));
                    assertThat(latitudes[i]).isEqualTo(Double.valueOf(layer.latitude(first + i)));
                }
            }
        }
    }

    @Test
    void recordsKeepTheirNumbersAndValues() throws IOException {
        for (DefaultFeatureLayer layer : both()) {
            int record = 0;
            for (int i = 0; i < ROWS; i++) {
                if (i % 10 != 7) {
                    assertThat(layer.recordId(record)).isEqualTo(Integer.toString(i + 1));
                    assertThat(layer.texts("name")[record]).isEqualTo(i % 4 == 0 ? null : "name " + i % 9);
                    assertThat(layer.numbers("publishedHeadroomMw")[record])
                            .isEqualTo(Double.valueOf(i % 3 == 0 ? Double.NaN : i / 8.0));
                    assertThat(layer.isLocated(record)).isEqualTo(i % 6 != 0);
                    record++;
                }
            }
        }
    }

    @Test
    void whatIsNotThereIsMissing() throws IOException {
        for (DefaultFeatureLayer layer : both()) {
            double[] numbers = {1};
            @Nullable String[] texts = {"x"};
            int[] dates = {1};
            layer.read("peakDemandMw", 5, 1, numbers);
            layer.read("operator", 5, 1, texts);
            layer.read("noSuchField", 5, 1, dates);
            assertThat(numbers).containsExactly(Double.NaN);
            assertThat(texts[0]).isNull();
            assertThat(dates).containsExactly(FeatureLayer.NO_DATE);
            assertThat(layer.area(5)).isNull();
            assertThatThrownBy(() -> layer.read("name", layer.size() - 1, 2, new @Nullable String[2]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aFullDiskIsTold() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Path snapshot = Files.createDirectory(folder.resolve("full"));
        Files.createSymbolicLink(snapshot.resolve("number-publishedHeadroomMw.f64"), Path.of("/dev/full"));
        LayerLoader loader = new LayerLoader(folder);
        assertThatThrownBy(() -> loader.snapshot(
                        Layers.descriptor(YAML), id -> null, snapshot, String.valueOf(snapshot.getFileName())))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("layer snapshot " + snapshot + " cannot be written");
        assertThat(snapshot.resolve("layer.header")).doesNotExist();
    }
}
