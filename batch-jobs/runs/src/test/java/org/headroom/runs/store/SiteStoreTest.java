package org.headroom.runs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteStoreTest {
    @TempDir
    Path folder;

    /** A site as the only row of a block. */
    private record Row(
            String id,
            double longitude,
            double latitude,
            String origin,
            @Nullable String name,
            double contractedMw) implements SiteRows {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String siteId(int row) {
            return id;
        }

        @Override
        public double[] longitudes() {
            return new double[] {longitude};
        }

        @Override
        public double[] latitudes() {
            return new double[] {latitude};
        }

        @Override
        public @Nullable String @Nullable [] texts(String attribute) {
            return switch (attribute) {
                case "origin" -> new @Nullable String[] {origin};
                case "name" -> new @Nullable String[] {name};
                default -> null;
            };
        }

        @Override
        public double @Nullable [] numbers(String attribute) {
            return attribute.equals("contractedCapacityMw") ? new double[] {contractedMw} : null;
        }
    }

    @Test
    void sitesComeBackByPlaceAndByBlock() {
        try (SiteWriter writer = new SiteWriter(folder)) {
            writer.add(new Row("a", -100.5, 31.25, "GREENFIELD", null, Double.NaN), row -> {});
            writer.add(new Row("北京", -101, 32, "BROWNFIELD", "", 120), row -> {});
            writer.add(new Row("c", -102, 33, "GREENFIELD", "Québec", Double.NaN), row -> {});
            assertThat(writer.size()).isEqualTo(3);
        }
        try (SiteStore store = new SiteStore(folder)) {
            check(store);
        }
    }

    private static void check(SiteStore store) {
        assertThat(store.size()).isEqualTo(3);
        assertThat(store.siteId(1)).isEqualTo("北京");
        assertThat(store.name(0)).isNull();
        assertThat(store.name(1)).isEmpty();
        assertThat(store.names(1, 2).get(1)).isEqualTo("Québec");
        assertThat(store.find("c")).isEqualTo(2);
        assertThat(store.find("d")).isEqualTo(-1);
        SiteBlock block = store.block(1, 2);
        assertThat(block.longitudes()).containsExactly(-101, -102);
        assertThat(block.texts("name")).containsExactly("", "Québec");
        assertThat(block.numbers("contractedCapacityMw")).containsExactly(120, Double.NaN);
        assertThat(block.numbers("distanceToFibreKm")).containsExactly(Double.NaN, Double.NaN);
        assertThat(block.texts("stateCode")).containsExactly(null, null);
        assertThat(block.origin(0)).isEqualTo(SiteOrigin.BROWNFIELD);
        int[] places = new int[3];
        store.readIdPlaces(0, 3, places);
        assertThat(places).containsExactly(0, 2, 1);
    }

    @Test
    void manySitesStandInSpatialOrderWithAllThatIsTheirs() {
        int sites = 11_000;
        double[] east = new double[sites];
        Random random = new Random(7);
        try (SiteWriter writer = new SiteWriter(folder, 5_000)) {
            for (int i = 0; i < sites; i++) {
                east[i] = random.nextDouble(-180, 180);
                String name = i % 3 == 0 ? null : "name " + i;
                writer.add(
                        new Row(Integer.toString(i), east[i], i % 90, "GREENFIELD", name, i % 2 == 0 ? i : Double.NaN),
                        row -> {});
            }
        }
        try (SiteStore store = new SiteStore(folder)) {
            assertThat(store.size()).isEqualTo(sites);
            int[] places = new int[sites];
            store.readIdPlaces(0, sites, places);
            SiteBlock block = store.block(0, sites);
            double along = 0;
            for (int site = 0; site < sites; site++) {
                int id = Integer.parseInt(store.siteId(site));
                assertThat(places[site]).isEqualTo(id);
                assertThat(id / 5_000).isEqualTo(site / 5_000);
                assertThat(block.longitudes()[site]).isEqualTo(east[id]);
                assertThat(block.latitudes()[site]).isEqualTo(id % 90);
                assertThat(Double.valueOf(block.numbers("contractedCapacityMw")[site]))
                        .isEqualTo(Double.valueOf(id % 2 == 0 ? id : Double.NaN));
                assertThat(block.texts("name")[site]).isEqualTo(id % 3 == 0 ? null : "name " + id);
                along += site == 0 ? 0 : Math.abs(block.longitudes()[site] - block.longitudes()[site - 1]);
            }
            // Two neighbours at random are 120 degrees apart, as those of the last, small segment are.
            assertThat(along / sites).isLessThan(30);
        }
    }

    /** A site of a source that tells nothing but where it is. */
    private record Bare(Row row) implements SiteRows {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String siteId(int at) {
            return row.siteId(at);
        }

        @Override
        public double[] longitudes() {
            return row.longitudes();
        }

        @Override
        public double[] latitudes() {
            return row.latitudes();
        }

        @Override
        public double @Nullable [] numbers(String attribute) {
            return null;
        }

        @Override
        public @Nullable String @Nullable [] texts(String attribute) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300, 1000, 5000})
    void whatOnlySomeSourcesTellIsMissingAtTheOthers(int segmentSites) {
        int sites = 3_000;
        try (SiteWriter writer = new SiteWriter(folder, segmentSites)) {
            for (int i = 0; i < sites; i++) {
                Row row = new Row(Integer.toString(i), 0, 0, "GREENFIELD", "name " + i, i);
                writer.add(tells(i) ? row : new Bare(row), doubled -> {});
            }
        }
        try (SiteStore store = new SiteStore(folder)) {
            SiteBlock block = store.block(0, sites);
            for (int site = 0; site < sites; site++) {
                int id = Integer.parseInt(store.siteId(site));
                assertThat(block.texts("name")[site]).isEqualTo(tells(id) ? "name " + id : null);
                assertThat(block.texts("origin")[site]).isEqualTo(tells(id) ? "GREENFIELD" : null);
                assertThat(Double.isNaN(block.numbers("contractedCapacityMw")[site]))
                        .isEqualTo(!tells(id));
            }
        }
    }

    /** Sources of 700 sites, every second of which tells something. */
    private static boolean tells(int site) {
        return site / 700 % 2 == 1;
    }

    @Test
    void longNamesDoNotHaveToBeHeldTogether() {
        String longName = "n".repeat(100_000);
        int sites = 1_000;
        try (SiteWriter writer = new SiteWriter(folder)) {
            for (int i = 0; i < sites; i++) {
                writer.add(new Row("%04d".formatted(i), 0, 0, "GREENFIELD", longName + i, i), doubled -> {});
            }
            // A hundred million bytes were taken, and most of them are written.
            assertThat(folder.resolve("name.txt")).isNotEmptyFile();
        }
        try (SiteStore store = new SiteStore(folder)) {
            assertThat(store.size()).isEqualTo(sites);
            assertThat(store.name(777)).isEqualTo(longName + store.siteId(777).replaceFirst("^0+", ""));
        }
    }

    @Property
    void anIdIsTakenOnceAndPlacesFollowTheOrderOfIds(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 99) Integer> numbers, @ForAll boolean ascending)
            throws IOException {
        Path sites = Files.createTempDirectory("sites");
        List<Integer> given = ascending ? numbers.stream().sorted().toList() : numbers;
        Set<String> kept = new LinkedHashSet<>();
        try (SiteWriter writer = new SiteWriter(sites, 7)) {
            for (int number : given) {
                String id = number % 3 == 0 ? "site " + number : Integer.toString(number);
                AtomicBoolean isNew = new AtomicBoolean(true);
                writer.add(new Row(id, number, 0, "GREENFIELD", null, number), row -> isNew.set(false));
                assertThat(isNew.get()).isEqualTo(kept.add(id));
            }
        }
        List<String> ids = List.copyOf(kept);
        List<String> ordered = ids.stream().sorted(SiteIdOrder::compare).toList();
        try (SiteStore store = new SiteStore(sites)) {
            assertThat(store.size()).isEqualTo(ids.size());
            int[] places = new int[ids.size()];
            store.readIdPlaces(0, places.length, places);
            for (int site = 0; site < places.length; site++) {
                assertThat(store.siteId(site)).isEqualTo(ids.get(site));
                assertThat(places[site]).isEqualTo(ordered.indexOf(ids.get(site)));
            }
        }
        try (Stream<Path> files = Files.walk(sites)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
