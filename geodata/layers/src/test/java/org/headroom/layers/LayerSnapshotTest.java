package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;

import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.spi.RasterLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots give back what was written, and refuse everything else; rasters are sampled as the contract says. */
final class LayerSnapshotTest {
    @TempDir
    Path folder;

    private static final String SAMPLE = """
            layer: a
            kind: grid-capacity
            source: {file: a.geojson, format: geojson, publisher: P, asOf: 2024-01-01, evidence: OBSERVED}
            geometry: {required: false}
            fields: {name: n, transferCapacityMw: mw, headroomAsOf: d}
            """;

    private LoadedLayer sample() throws IOException {
        return load(folder, writeSample());
    }

    /** Writes the source; gives its descriptor. */
    private String writeSample() throws IOException {
        Files.writeString(folder.resolve("a.geojson"), """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"n":"Québec","mw":1.5,"d":"2024-02-29"},"geometry":{"type":"Polygon","coordinates":[[[0,1],[2,3],[2,1],[0,3],[0,1]]]}},
                 {"type":"Feature","properties":{"n":null,"mw":"x","d":"?"},"geometry":null},
                 {"type":"Feature","properties":{"n":"Québec","mw":null,"d":null},"geometry":{"type":"Point","coordinates":[5,6]}}]}
                """);
        return SAMPLE;
    }

    /** A new snapshot of a source. */
    private Path snapshot(String name, String yaml) throws IOException {
        Path snapshot = Files.createDirectories(folder.resolve(name));
        new LayerLoader(folder)
                .snapshot(Layers.descriptor(yaml), id -> null, snapshot, String.valueOf(snapshot.getFileName()));
        return snapshot;
    }

    @Test
    void roundTrip() throws IOException {
        LoadedLayer loaded = sample();
        assertThat(loaded.issues()).hasSize(4);
        Path snapshot = snapshot("a.layer", SAMPLE);
        LoadedLayer back = LayerSnapshot.read(snapshot, LayerKind.GRID_CAPACITY, 7);
        assertThat(back.counts()).isEqualTo(loaded.counts());
        assertThat(back.issues()).isEqualTo(loaded.issues());
        DefaultFeatureLayer before = features(loaded);
        DefaultFeatureLayer after = features(back);
        assertThat(after.ordinal()).isEqualTo(7);
        assertThat(after.id()).isEqualTo("a");
        assertThat(after.kind()).isEqualTo(before.kind());
        assertThat(after.evidenceClass()).isEqualTo(before.evidenceClass());
        assertThat(after.source()).isEqualTo("P");
        assertThat(after.asOf()).isEqualTo(before.asOf());
        assertThat(after.texts("name")).containsExactly("Québec", null, "Québec");
        assertThat(after.numbers("transferCapacityMw")).containsExactly(before.numbers("transferCapacityMw"));
        assertThat(after.dates("headroomAsOf")).containsExactly(before.dates("headroomAsOf"));
        for (int r = 0; r < 3; r++) {
            assertThat(Double.compare(after.longitude(r), before.longitude(r))).isZero();
            assertThat(Double.compare(after.latitude(r), before.latitude(r))).isZero();
            assertThat(after.recordId(r)).isEqualTo(before.recordId(r));
            assertThat(after.isArea(r)).isEqualTo(before.isArea(r));
        }
        assertThat(after.area(0)).isEqualTo(before.area(0));
        assertSameFiles(snapshot("again/a.layer", SAMPLE), snapshot);
    }

    private static void assertSameFiles(Path actual, Path expected) throws IOException {
        assertThat(names(actual)).isEqualTo(names(expected));
        for (String name : names(expected)) {
            assertThat(actual.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
        }
    }

    private static List<String> names(Path snapshot) throws IOException {
        try (Stream<Path> files = Files.list(snapshot)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "something else altogether", "HEADROOM-LAYER\n", "HEADROOM-LAYER\nxxxxyyyyzzzz"})
    void foreignHeadersAreRefused(String content) throws IOException {
        Path snapshot = Files.createDirectory(folder.resolve("x"));
        Files.writeString(snapshot.resolve(LayerSnapshot.HEADER), content);
        refuses(snapshot);
    }

    @Test
    void whatIsNoSnapshotIsRefused() throws IOException {
        refuses(folder.resolve("missing"));
        refuses(Files.createDirectory(folder.resolve("empty")));
        refuses(Files.writeString(folder.resolve("file"), "HEADROOM-LAYER\n"));
    }

    @Test
    void everyDamagedByteIsNoticed() throws IOException {
        Path snapshot = snapshot("bad", writeSample());
        for (String name : names(snapshot)) {
            Path file = snapshot.resolve(name);
            byte[] good = Files.readAllBytes(file);
            assertThat(good).as(name).isNotEmpty();
            for (int i = 0; i < good.length; i += 7) {
                byte[] bad = good.clone();
                bad[i] ^= 0x40;
                Files.write(file, bad);
                refuses(snapshot);
                Files.write(file, Arrays.copyOf(good, i));
                refuses(snapshot);
            }
            Files.write(file, Arrays.copyOf(good, good.length + 1));
            refuses(snapshot);
            Files.delete(file);
            refuses(snapshot);
            Files.write(file, good);
        }
        assertThat(LayerSnapshot.read(snapshot, LayerKind.GRID_CAPACITY, 0)
                        .layer()
                        .id())
                .isEqualTo("a");
    }

    @Test
    void aSnapshotWithoutAWholeHeaderIsNotFinished() throws IOException {
        Path snapshot = folder.resolve("s");
        assertThat(LayerSnapshot.isFinished(snapshot)).isFalse();
        snapshot("s", writeSample());
        assertThat(LayerSnapshot.isFinished(snapshot)).isTrue();
        Path header = snapshot.resolve(LayerSnapshot.HEADER);
        byte[] good = Files.readAllBytes(header);
        for (int length = 0; length < good.length; length++) {
            Files.write(header, Arrays.copyOf(good, length));
            assertThat(LayerSnapshot.isFinished(snapshot)).isFalse();
        }
        Files.delete(header);
        assertThat(LayerSnapshot.isFinished(snapshot)).isFalse();
        refuses(snapshot);
    }

    /** As whoever mixes up two folders, or puts back an older one, leaves them. */
    @Test
    void aSnapshotUnderTheNameOfAnotherIsNone() throws IOException {
        Path other = folder.resolve("b@2");
        Files.move(snapshot("a@1", writeSample()), other);
        assertThat(LayerSnapshot.isFinished(other)).isFalse();
        refuses(other);
    }

    private static void refuses(Path file) {
        HeadroomException e = catchThrowableOfType(
                HeadroomException.class, () -> LayerSnapshot.read(file, LayerKind.GRID_CAPACITY, 0));
        assertThat(e).isNotNull();
        assertThat(e.family()).isEqualTo(FailureFamily.DATA);
        assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
    }

    private Path raster(String crs, double west, double south, double east, double north) throws Exception {
        WritableRaster cells = Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, 3, 2, 2), null);
        cells.setPixels(0, 0, 3, 2, new float[] {1, 10, 2, 20, 3, 30, 4, 40, -9999, 50, 6, 60});
        Path file = folder.resolve("r.tif");
        GeoTiffWriter writer = new GeoTiffWriter(file.toFile());
        ReferencedEnvelope box = new ReferencedEnvelope(west, east, south, north, CRS.decode(crs, true));
        GridCoverageFactory factory = new GridCoverageFactory();
        Map<String, Object> properties = new HashMap<>();
        CoverageUtilities.setNoDataProperty(properties, -9999.0);
        writer.write(
                factory.create("r", factory.create("r", cells, box).getRenderedImage(), box, null, null, properties),
                null);
        writer.dispose();
        return file;
    }

    private static final String RASTER = """
            layer: r
            kind: climate
            source: {file: r.tif, format: geotiff, publisher: P, asOf: 2026-01-01, evidence: OBSERVED}
            fields: {dryBulbC: {column: 2}, coolingDegreeDays: {column: 1, unit: degF.d}}
            """;

    @Test
    void bilinearBetweenCellCentres() throws Exception {
        raster("EPSG:4326", 0, 0, 3, 2);
        LoadedLayer loaded = load(folder, RASTER);
        snapshot("r.layer", RASTER);
        for (LoadedLayer layer :
                new LoadedLayer[] {loaded, LayerSnapshot.read(folder.resolve("r.layer"), LayerKind.CLIMATE, 0)}) {
            RasterLayer.Band band =
                    ((RasterLayer) layer.layer()).findBand("dryBulbC").orElseThrow();
            assertThat(band.bilinear(0.5, 1.5)).isEqualTo(10);
            assertThat(band.bilinear(1, 1.5)).isEqualTo(15);
            assertThat(band.bilinear(1, 1)).isEqualTo((10 + 20 + 40 + 50) / 4.0);
            assertThat(band.bilinear(0, 2)).isEqualTo(10);
            assertThat(band.bilinear(3, 0)).isEqualTo(60);
            assertThat(band.bilinear(3.01, 1)).isNaN();
            assertThat(band.bilinear(1, -0.01)).isNaN();
            RasterLayer.Band cdd =
                    ((RasterLayer) layer.layer()).findBand("coolingDegreeDays").orElseThrow();
            assertThat(cdd.bilinear(0.5, 1.5)).isEqualTo((float) (1 * 5.0 / 9));
            // One of the four neighbours has no data.
            assertThat(cdd.bilinear(1.2, 1)).isNaN();
            assertThat(((RasterLayer) layer.layer()).findBand("wetBulbC")).isEmpty();
        }
    }

    @Test
    void aRasterInAnotherSystemIsSampledInItsOwn() throws Exception {
        // 1 degree at the equator is 111319.490793 m in EPSG:3857; northward the first degree is 111325.1428664 m.
        raster("EPSG:3857", 0, 0, 3 * 111319.490793, 2 * 111319.490793);
        LoadedLayer loaded = load(folder, RASTER);
        RasterLayer.Band band =
                ((RasterLayer) loaded.layer()).findBand("dryBulbC").orElseThrow();
        assertThat(band.bilinear(0.5, 1.5)).isCloseTo(10, org.assertj.core.data.Offset.offset(0.02));
        assertThat(band.bilinear(2.5, 1.5)).isCloseTo(30, org.assertj.core.data.Offset.offset(0.02));
        assertThat(band.bilinear(2.5, 0.5)).isCloseTo(60, org.assertj.core.data.Offset.offset(0.02));
    }

    @Test
    void aBandThatIsNotThereIsRefused() throws Exception {
        raster("EPSG:4326", 0, 0, 3, 2);
        assertThat(Layers.refused(folder, RASTER.replace("column: 2", "column: 3"))
                        .getMessage())
                .contains("has 2 bands, so there is no band 3");
        Files.writeString(folder.resolve("r.tif"), "II*\0 not a tiff");
        assertThat(Layers.refused(folder, RASTER).getMessage()).contains("cannot be read as GeoTIFF");
    }
}
