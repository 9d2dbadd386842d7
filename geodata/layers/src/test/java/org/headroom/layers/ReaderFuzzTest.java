package org.headroom.layers;

import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the bytes, a reader gives records or one message in words, in time and within its memory. Small whole files are changed by a seed: bytes
 * flipped, cut, repeated, moved, set to numbers that lengths and counts break at. More with {@code -Dheadroom.fuzz=5000}, others with
 * {@code -Dheadroom.fuzz.seed=7}.
 */
final class ReaderFuzzTest {
    private static final int CHANGES = Integer.getInteger("headroom.fuzz", 100);
    private static final long SEED = Long.getLong("headroom.fuzz.seed", 1);
    private static final int MOST_SECONDS = 10;
    private static final long MOST_ALLOCATED_BYTES = 1L << 30;

    private static final byte[][] NUMBERS = {
        {0, 0, 0, 0},
        {-1, -1, -1, -1},
        {-1, -1, -1, 0x7F},
        {0x7F, -1, -1, -1},
        {0, 0, 0, -128},
        {-128, 0, 0, 0},
        {0, 0, 0, 1},
        {1, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, -8, 0x7F},
        {-1, -1, -1, -1, -1, -1, -17, 0x7F}
    };

    /** The formats with the parts of a small file each, under the names that they have in the folder. */
    enum Kind {
        SHAPEFILE(
                "grid-capacity", "a.shp", "shapefile", "name: NAME, nominalVoltageKv: VOLT_KV, headroomAsOf: HR_ASOF") {
            @Override
            Map<String, byte[]> parts() throws IOException {
                Map<String, byte[]> parts = new TreeMap<>();
                for (String part : List.of("shp", "shx", "dbf", "prj", "cpg")) {
                    parts.put("a." + part, sample("substations." + part));
                }
                return parts;
            }
        },
        ZIP("grid-capacity", "a.zip", "shapefile", "name: NAME, nominalVoltageKv: VOLT_KV") {
            @Override
            Map<String, byte[]> parts() throws IOException {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (ZipOutputStream zip = new ZipOutputStream(out)) {
                    for (String part : List.of("shp", "shx", "dbf", "prj")) {
                        zip.putNextEntry(new ZipEntry("a." + part));
                        zip.write(sample("substations." + part));
                    }
                }
                return Map.of("a.zip", out.toByteArray());
            }
        },
        GEOPACKAGE("boundary", "a.gpkg", "geopackage, table: counties", "code: code, name: name"),
        GEOJSON("candidate", "a.geojson", "geojson", "siteId: parcel, name: name, buildableAreaHa: buildable_ha"),
        KML("grid-capacity", "a.kml", "kml", "name: name, nominalVoltageKv: {column: kv, unit: kV}") {
            @Override
            Map<String, byte[]> parts() {
                String placemark =
                        "<Placemark id='p'><name>N</name><ExtendedData><Data name='kv'><value>345</value></Data></ExtendedData>"
                                + "<MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>1,2 3,2 3,4,5 1,2</coordinates></LinearRing>"
                                + "</outerBoundaryIs></Polygon><Point><coordinates>-98.5,39.25</coordinates></Point></MultiGeometry></Placemark>";
                String kml =
                        "<?xml version='1.0' encoding='UTF-8'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document><Folder><name>f</name>"
                                + placemark.repeat(3) + "</Folder><NetworkLink/></Document></kml>";
                return Map.of("a.kml", kml.getBytes(StandardCharsets.UTF_8));
            }
        },
        FLATGEOBUF("grid-capacity", "a.fgb", "flatgeobuf", "name: n, nominalVoltageKv: {column: kv, unit: kV}"),
        GEOPARQUET("grid-capacity", "a.parquet", "geoparquet", "name: name, nominalVoltageKv: {column: kv, unit: kV}"),
        GEOPARQUET_2(
                "grid-capacity", "b.parquet", "geoparquet", "name: name, nominalVoltageKv: {column: kv, unit: kV}"),
        CSV("grid-capacity", "a.csv", "csv", "name: county, transferCapacityMw: transfer_mw") {
            @Override
            String place() {
                return "geometry: {point: {longitude: -97, latitude: 35}}\n";
            }
        },
        XLSX("grid-capacity", "a.xlsx", "xlsx, sheet: load, headerRow: 3", "name: request, committedLoadMw: mw") {
            @Override
            String place() {
                return "geometry: {point: {longitude: -97, latitude: 35}}\n";
            }
        },
        GEOTIFF("climate", "a.tif", "geotiff", "dryBulbC: {column: 3, unit: degC}");

        private static final Map<String, String> SAMPLES = Map.of(
                "a.gpkg", "boundaries.gpkg",
                "a.geojson", "parcels.geojson",
                "a.csv", "county_capacity.csv",
                "a.xlsx", "queue.xlsx",
                "a.tif", "climate_normals.tif");

        private static final Map<String, String> RESOURCES = Map.of(
                "a.fgb", "shapes.fgb",
                "a.parquet", "geoparquet/snappy.parquet",
                "b.parquet", "geoparquet/deltas.parquet");

        private final String file;
        private final String yaml;

        Kind(String kind, String file, String format, String fields) {
            this.file = file;
            this.yaml = Layers.head(kind, file, format) + place() + "fields: {" + fields
                    + "}\nbadRecords: {limitFraction: 1}\n";
        }

        String place() {
            return "";
        }

        Map<String, byte[]> parts() throws IOException {
            String sample = SAMPLES.get(file);
            if (sample != null) {
                return Map.of(file, sample(sample));
            }
            String resource = RESOURCES.get(file);
            try (InputStream in = Objects.requireNonNull(ReaderFuzzTest.class.getResourceAsStream(resource))) {
                return Map.of(file, in.readAllBytes());
            }
        }

        private static byte[] sample(String name) throws IOException {
            return Files.readAllBytes(Path.of("../catalog/samples/data").resolve(name));
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void recordsOrOneMessage(Kind kind) throws Exception {
        Map<String, byte[]> whole = kind.parts();
        List<String> names = List.copyOf(whole.keySet());
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            write(whole);
            reader.submit(() -> Layers.load(folder, kind.yaml)).get();
            for (int i = 0; i < CHANGES; i++) {
                Random random = new Random(SEED * 1_000_003 + i);
                write(whole);
                String name = names.get(random.nextInt(names.size()));
                Files.write(folder.resolve(name), changed(whole.get(name), random));
                String wrong = reader.submit(() -> broken(kind)).get(MOST_SECONDS, TimeUnit.SECONDS);
                if (wrong != null) {
                    fail("%s, change %d of seed %d, in %s: %s", kind, i, SEED, keep(name), wrong);
                }
            }
        } catch (TimeoutException e) {
            fail("%s takes more than %d s, seed %d: the files are in %s", kind, MOST_SECONDS, SEED, keep(kind.file));
        } catch (ExecutionException e) {
            fail("the whole file of " + kind + " cannot be read", e);
        } finally {
            reader.shutdownNow();
        }
    }

    private void write(Map<String, byte[]> parts) throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Files.write(folder.resolve(part.getKey()), part.getValue());
        }
    }

    /** What breaks the law; null when nothing does. */
    private String broken(Kind kind) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        String wrong = null;
        try {
            Layers.load(folder, kind.yaml);
        } catch (HeadroomException e) {
            String message = String.valueOf(e.getMessage());
            boolean namesJava =
                    message.matches("(?s).*(Exception|\\bjavax?\\.|\\borg\\.|\\bcom\\.|Cannot invoke|\\bnull\\b).*");
            wrong = e.family() == FailureFamily.DATA && !namesJava && !message.endsWith(": ") ? null : message;
        } catch (Throwable e) {
            wrong = e + " at " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 4));
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        return wrong != null || allocated < MOST_ALLOCATED_BYTES ? wrong : "it takes " + (allocated >> 20) + " MiB";
    }

    /** The changed files, where they stay. */
    private Path keep(String name) throws IOException {
        Path kept = Files.createTempDirectory("headroom-fuzz");
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(file.getFileName()));
            }
        }
        return kept.resolve(name);
    }

    private static byte[] changed(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            bytes = changedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] changedOnce(byte[] bytes, Random random) {
        int at = place(bytes.length, random);
        int length = 1 + random.nextInt(Math.min(bytes.length - at, 64));
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> {
                byte[] number = NUMBERS[random.nextInt(NUMBERS.length)];
                System.arraycopy(number, 0, bytes, at, Math.min(number.length, bytes.length - at));
            }
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return spliced(bytes, at, at + length, new byte[0]);
            }
            case 5 -> {
                return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            }
            default -> {
                int from = place(bytes.length, random);
                System.arraycopy(bytes, from, bytes, at, Math.min(length, bytes.length - Math.max(from, at)));
            }
        }
        return bytes;
    }

    /** Beginnings say more than what follows, so they are changed more often. */
    private static int place(int length, Random random) {
        return random.nextInt(random.nextBoolean() ? Math.min(length, 256) : length);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] out = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(between, 0, out, from, between.length);
        System.arraycopy(bytes, to, out, from + between.length, bytes.length - to);
        return out;
    }
}
