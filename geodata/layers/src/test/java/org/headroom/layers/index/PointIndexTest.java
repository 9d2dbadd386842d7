package org.headroom.layers.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The index must give what a search through all records by geodesic gives, bit for bit. */
final class PointIndexTest {
    private static double longitude(Random random, int style) {
        return switch (style) {
            case 0 -> random.nextDouble() * 360 - 180;
            case 1 -> (random.nextBoolean() ? 180 : -180) - random.nextGaussian() * 0.01;
            case 2 -> random.nextInt(9) * 45 - 180;
            default -> -100 + random.nextGaussian() * 5;
        };
    }

    private static double latitude(Random random, int style) {
        return switch (style) {
            case 0 -> Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
            case 1 -> random.nextGaussian() * 0.01;
            case 2 -> random.nextInt(5) * 45 - 90;
            default -> Math.max(-90, Math.min(90, 89.9 + random.nextGaussian() * 0.1));
        };
    }

    @Property(tries = 150)
    void agreesWithBruteForce(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int style, @ForAll @IntRange(max = 300) int size) {
        Random random = new Random(seed);
        double[] longitudes = new double[size];
        double[] latitudes = new double[size];
        for (int i = 0; i < size; i++) {
            boolean twin = i > 0 && random.nextInt(4) == 0;
            longitudes[i] = twin ? longitudes[random.nextInt(i)] : wrap(longitude(random, style));
            latitudes[i] = twin ? latitudes[random.nextInt(i)] : latitude(random, style);
        }
        int[] records =
                IntStream.range(0, size).filter(i -> random.nextInt(5) > 0).toArray();
        KdTreePointIndex index = new KdTreePointIndex(longitudes, latitudes, records);
        assertThat(index.size()).isEqualTo(records.length);
        for (int q = 0; q < 10; q++) {
            double lon = wrap(longitude(random, style));
            double lat = latitude(random, random.nextInt(10) == 0 ? 0 : style);
            int best = -1;
            double bestKm = Double.POSITIVE_INFINITY;
            for (int r : records) {
                double km = Wgs84.distanceKm(lon, lat, longitudes[r], latitudes[r]);
                if (km < bestKm) {
                    bestKm = km;
                    best = r;
                }
            }
            assertThat(index.nearest(lon, lat)).isEqualTo(best);
            double radius = random.nextBoolean() && best >= 0 ? bestKm : random.nextDouble() * 3000;
            List<Integer> expected = new ArrayList<>();
            for (int r : records) {
                if (Wgs84.distanceKm(lon, lat, longitudes[r], latitudes[r]) <= radius) {
                    expected.add(r);
                }
            }
            List<Integer> found = new ArrayList<>();
            index.within(lon, lat, radius, (r, km) -> {
                assertThat(km).isEqualTo(Wgs84.distanceKm(lon, lat, longitudes[r], latitudes[r]));
                found.add(r);
            });
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static double wrap(double longitude) {
        return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
    }

    @Test
    void theAntimeridianIsNoBorder() {
        KdTreePointIndex index = index(new double[] {179.9, -179.99, 170}, new double[] {0, 0, 0});
        assertThat(index.nearest(179.99, 0)).isEqualTo(1);
        assertThat(index.nearest(-180, 0)).isEqualTo(1);
    }

    @Test
    void atThePoleEveryLongitudeIsTheSamePlace() {
        KdTreePointIndex index = index(new double[] {77, -120, 10}, new double[] {90, 90, 89.9});
        assertThat(index.nearest(10, 90)).isZero();
        List<Integer> found = new ArrayList<>();
        index.within(0, 90, 0, (r, km) -> found.add(r));
        assertThat(found).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void ofEquallyNearRecordsTheLowestNumberIsGiven() {
        // North and south of the equator at the same latitude: the same geodesic length by symmetry.
        KdTreePointIndex index = index(new double[] {0, 0, 0, 0}, new double[] {-1, 1, -1, 1});
        assertThat(index.nearest(0, 0)).isZero();
    }

    @Test
    void anEmptyIndexFindsNothing() {
        KdTreePointIndex index = index(new double[0], new double[0]);
        assertThat(index.nearest(0, 0)).isEqualTo(-1);
        index.within(0, 0, 1e5, (r, km) -> {
            throw new AssertionError();
        });
    }

    @Test
    void theWholeWorldIsWithinHalfItsGirth() {
        double[] longitudes = {0, 180, 90};
        double[] latitudes = {0, 0, 90};
        List<Integer> found = new ArrayList<>();
        index(longitudes, latitudes).within(0, 0, 20_040, (r, km) -> found.add(r));
        assertThat(found).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void distancesKnownInClosedForm() {
        // A degree along the equator is a * pi / 180 = 111.319490793 km.
        assertThat(Wgs84.distanceKm(0, 0, 1, 0)).isBetween(111.319490792, 111.319490794);
        // The quarter meridian of WGS 84 is 10001.965729 km (Karney 2013).
        assertThat(Wgs84.distanceKm(0, 0, 0, 90)).isBetween(10_001.9657285, 10_001.9657305);
    }

    private static KdTreePointIndex index(double[] longitudes, double[] latitudes) {
        int[] records = IntStream.range(0, longitudes.length).toArray();
        return new KdTreePointIndex(longitudes, latitudes, Arrays.copyOf(records, records.length));
    }
}
