package org.headroom.layers.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The index must find what a search through all records by geodesic finds. */
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
                double km = Wgs84.geodesicKm(lon, lat, longitudes[r], latitudes[r]);
                if (km < bestKm) {
                    bestKm = km;
                    best = r;
                }
            }
            assertThat(index.nearest(lon, lat)).isEqualTo(best);
            double radius = random.nextBoolean() && best >= 0 ? bestKm : random.nextDouble() * 3000;
            List<Integer> expected = new ArrayList<>();
            for (int r : records) {
                if (Wgs84.geodesicKm(lon, lat, longitudes[r], latitudes[r]) <= radius) {
                    expected.add(r);
                }
            }
            List<Integer> found = new ArrayList<>();
            index.within(lon, lat, radius, (r, km) -> {
                assertThat(km).isEqualTo(index.distanceKm(lon, lat, r));
                assertThat(km).isCloseTo(Wgs84.geodesicKm(lon, lat, longitudes[r], latitudes[r]), within(1e-5));
                found.add(r);
            });
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
            List<Integer> withoutDistance = new ArrayList<>();
            index.recordsWithin(lon, lat, radius, withoutDistance::add);
            assertThat(withoutDistance).isEqualTo(found);
            assertThat(index.isAnyWithin(lon, lat, radius)).isEqualTo(!found.isEmpty());
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

    /** Of sites in any order, each found as if it were alone. */
    @Test
    void manyPlacesAtOnceAreTheSameAsOneByOne() {
        Random random = new Random(5);
        double[] longitudes = new double[400];
        double[] latitudes = new double[400];
        for (int i = 0; i < longitudes.length; i++) {
            longitudes[i] = wrap(longitude(random, i % 4));
            latitudes[i] = latitude(random, i % 4);
        }
        KdTreePointIndex index = index(longitudes, latitudes);
        int sites = 2000;
        double[] siteLongitudes = new double[sites + 1];
        double[] siteLatitudes = new double[sites + 1];
        for (int i = 0; i < sites; i++) {
            siteLongitudes[i] = i % 50 == 0 ? Double.NaN : wrap(longitude(random, i % 4));
            siteLatitudes[i] = i % 50 == 1 ? Double.NEGATIVE_INFINITY : latitude(random, i % 4);
        }
        int[] records = new int[sites + 1];
        double[] distancesKm = new double[sites + 1];
        records[sites] = 77;
        index.nearest(siteLongitudes, siteLatitudes, sites, records, distancesKm);
        assertThat(records[sites]).isEqualTo(77);
        for (int i = 0; i < sites; i++) {
            assertThat(records[i]).isEqualTo(index.nearest(siteLongitudes[i], siteLatitudes[i]));
            if (i % 50 < 2) {
                assertThat(records[i]).isEqualTo(-1);
                assertThat(distancesKm[i]).isNaN();
            } else {
                assertThat(distancesKm[i]).isEqualTo(index.distanceKm(siteLongitudes[i], siteLatitudes[i], records[i]));
            }
        }
    }

    @Test
    void tenThousandSitesWithoutAnError() {
        Random random = new Random(11);
        int size = 3000;
        double[] longitudes = new double[size];
        double[] latitudes = new double[size];
        for (int i = 0; i < size; i++) {
            longitudes[i] = longitude(random, 0);
            latitudes[i] = latitude(random, 0);
        }
        assertThat(wrong(longitudes, latitudes, 10_000, i -> longitude(random, 0), i -> latitude(random, 0)))
                .isZero();
    }

    /** Records on a grid of half degrees and sites in the middle between them: up to four records that differ by nanometres or not. */
    @Test
    void sitesInTheMiddleBetweenRecordsWithoutAnError() {
        int side = 41;
        double[] longitudes = new double[side * side];
        double[] latitudes = new double[side * side];
        for (int i = 0; i < side * side; i++) {
            longitudes[i] = wrap(175 + (i % side) * 0.5);
            latitudes[i] = -10 + (i / side) * 0.5;
        }
        Random random = new Random(3);
        assertThat(wrong(
                        longitudes,
                        latitudes,
                        2000,
                        i -> wrap(175 + random.nextInt(80) * 0.25),
                        i -> -10 + random.nextInt(80) * 0.25))
                .isZero();
    }

    /** Number of sites at which the index errs. Geodesics are taken of all records whose chord is at most a tenth above the least. */
    private static int wrong(
            double[] longitudes,
            double[] latitudes,
            int sites,
            IntToDoubleFunction longitude,
            IntToDoubleFunction latitude) {
        double[] siteLongitudes = new double[sites];
        double[] siteLatitudes = new double[sites];
        for (int i = 0; i < sites; i++) {
            siteLongitudes[i] = longitude.applyAsDouble(i);
            siteLatitudes[i] = latitude.applyAsDouble(i);
        }
        int[] records = new int[sites];
        index(longitudes, latitudes).nearest(siteLongitudes, siteLatitudes, sites, records, new double[sites]);
        double[] xyz = new double[3 * longitudes.length];
        for (int r = 0; r < longitudes.length; r++) {
            Wgs84.earthCentred(longitudes[r], latitudes[r], xyz, 3 * r);
        }
        double[] at = new double[3];
        double[] chords = new double[longitudes.length];
        int wrong = 0;
        for (int i = 0; i < sites; i++) {
            Wgs84.earthCentred(siteLongitudes[i], siteLatitudes[i], at, 0);
            double least = Double.POSITIVE_INFINITY;
            for (int r = 0; r < chords.length; r++) {
                chords[r] = length(xyz[3 * r] - at[0], xyz[3 * r + 1] - at[1], xyz[3 * r + 2] - at[2]);
                least = Math.min(least, chords[r]);
            }
            int best = -1;
            double bestKm = Double.POSITIVE_INFINITY;
            for (int r = 0; r < chords.length; r++) {
                if (chords[r] <= 1.1 * least + 1e-6) {
                    double km = Wgs84.geodesicKm(siteLongitudes[i], siteLatitudes[i], longitudes[r], latitudes[r]);
                    if (km < bestKm) {
                        bestKm = km;
                        best = r;
                    }
                }
            }
            if (records[i] != best) {
                wrong++;
            }
        }
        return wrong;
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static KdTreePointIndex index(double[] longitudes, double[] latitudes) {
        int[] records = IntStream.range(0, longitudes.length).toArray();
        return new KdTreePointIndex(longitudes, latitudes, Arrays.copyOf(records, records.length));
    }
}
