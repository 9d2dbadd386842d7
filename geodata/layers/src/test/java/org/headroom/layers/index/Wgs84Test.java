package org.headroom.layers.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;

final class Wgs84Test {
    private static final double MILLIMETRE = 1e-6;

    /** Pairs everywhere, in every direction; latitudes beyond the poles are folded back, so the poles are met often. */
    @Property(tries = 20_000)
    void distancesKeepTheirBounds(
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = -92, max = 92) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double azimuth,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        double start = Math.abs(latitude) <= 90 ? latitude : Math.signum(latitude) * 180 - latitude;
        check(longitude, start, azimuth, 50 * share, MILLIMETRE);
        check(longitude, start, azimuth, 50 + 50 * share, 10 * MILLIMETRE);
        check(longitude, start, azimuth, 100 + 100 * share, 10 * MILLIMETRE);
        check(longitude, start, azimuth, 101 + 19_800 * share, 1e-3 * MILLIMETRE);
    }

    /** Where the error is largest: from the equator along it and along a meridian, and at the poles. */
    @Test
    void distancesKeepTheirBoundsAtTheExtremes() {
        for (double km = 1; km <= 100; km++) {
            double bound = km <= 50 ? MILLIMETRE : 10 * MILLIMETRE;
            for (double latitude : new double[] {-90, -89.8, -45, 0, 0.3, 45, 89.6, 90}) {
                for (double azimuth = 0; azimuth <= 180; azimuth += 15) {
                    check(179.9, latitude, azimuth, km, bound);
                }
            }
        }
    }

    private static void check(double longitude, double latitude, double azimuth, double km, double bound) {
        GeodesicData line = Geodesic.WGS84.Direct(latitude, longitude, azimuth, km * 1000);
        double geodesic = Wgs84.geodesicKm(longitude, latitude, line.lon2, line.lat2);
        double chord = chordKm(longitude, latitude, line.lon2, line.lat2);
        assertThat(Wgs84.distanceKm(chord, longitude, latitude, line.lon2, line.lat2))
                .isCloseTo(geodesic, within(bound));
    }

    static double chordKm(double longitude1, double latitude1, double longitude2, double latitude2) {
        double[] at = new double[6];
        Wgs84.earthCentred(longitude1, latitude1, at, 0);
        Wgs84.earthCentred(longitude2, latitude2, at, 3);
        double dx = at[3] - at[0];
        double dy = at[4] - at[1];
        double dz = at[5] - at[2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    @Test
    void distancesKnownInClosedForm() {
        // A degree along the equator is a * pi / 180 = 111.319490793 km.
        assertThat(Wgs84.geodesicKm(0, 0, 1, 0)).isBetween(111.319490792, 111.319490794);
        // The quarter meridian of WGS 84 is 10001.965729 km (Karney 2013).
        assertThat(Wgs84.geodesicKm(0, 0, 0, 90)).isBetween(10_001.9657285, 10_001.9657305);
    }

    /** The axes of the ellipsoid: a = 6378.137 km and b = 6356.752314 km (NGA.STND.0036). */
    @Test
    void earthCentredPlacesKnownInClosedForm() {
        assertThat(chordKm(0, 0, 180, 0)).isCloseTo(2 * 6378.137, within(1e-9));
        assertThat(chordKm(0, -90, 77, 90)).isCloseTo(2 * 6356.752314245, within(1e-9));
        assertThat(chordKm(0, 0, 90, 0)).isCloseTo(6378.137 * Math.sqrt(2), within(1e-9));
    }

    /** By hand at the equator: R = a sqrt(1 - e2) = 6356.752314 km, and 2 R asin(c / 2 R) for a chord of 80 km. */
    @Test
    void anArcKnownInClosedForm() {
        double radius = 6356.752314245;
        assertThat(Wgs84.arcKm(80, 0, 0)).isCloseTo(2 * radius * Math.asin(40 / radius), within(1e-10));
        assertThat(Wgs84.arcKm(80, -5, 5)).isEqualTo(Wgs84.arcKm(80, 0, 0));
    }
}
