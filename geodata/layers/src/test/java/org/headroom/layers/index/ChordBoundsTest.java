package org.headroom.layers.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;

/** What chords say for sure must hold for geodesics; what is tested lies just beside the bounds. */
final class ChordBoundsTest {
    private static final double HALF_GIRTH_KM = 20_037;

    private record Line(double chordKm, double geodesicKm) {
        /** A line from a place, of any length between a millimetre and the other side of the earth. */
        static Line random(Random random, double longitude, double latitude, double km) {
            GeodesicData line = Geodesic.WGS84.Direct(latitude, longitude, random.nextDouble() * 360 - 180, km * 1000);
            return new Line(
                    Wgs84Test.chordKm(longitude, latitude, line.lon2, line.lat2),
                    Wgs84.geodesicKm(longitude, latitude, line.lon2, line.lat2));
        }
    }

    private static double anyKm(Random random) {
        return random.nextInt(8) == 0
                ? HALF_GIRTH_KM - random.nextDouble() * 100
                : Math.exp(Math.log(1e-6) + random.nextDouble() * Math.log(HALF_GIRTH_KM / 1e-6));
    }

    private static double anyLatitude(Random random) {
        double latitude = random.nextInt(4) == 0 ? random.nextGaussian() * 0.01 : random.nextDouble() * 184 - 92;
        return Math.max(-90, Math.min(90, latitude));
    }

    @Property(tries = 20_000)
    void boundsHold(@ForAll long seed) {
        Random random = new Random(seed);
        double longitude = random.nextDouble() * 360 - 180;
        double latitude = anyLatitude(random);
        double km = anyKm(random);
        Line one = Line.random(random, longitude, latitude, km);
        double radius = one.geodesicKm() * (1 + random.nextGaussian() * Math.pow(10, -1 - random.nextInt(11)));
        if (one.chordKm() <= ChordBounds.insideKm(radius)) {
            assertThat(one.geodesicKm()).isLessThanOrEqualTo(radius);
        }
        if (one.chordKm() > ChordBounds.outsideKm(radius)) {
            assertThat(one.geodesicKm()).isGreaterThan(radius);
        }
        double near = Math.min(
                HALF_GIRTH_KM, km * (1 + Math.abs(random.nextGaussian()) * Math.pow(10, -1 - random.nextInt(9))));
        Line other = Line.random(random, longitude, latitude, near);
        double square = one.chordKm() * one.chordKm();
        if (other.chordKm() * other.chordKm() >= ChordBounds.fartherSquared(square)) {
            assertThat(other.geodesicKm()).isGreaterThan(one.geodesicKm());
        }
    }

    /** The sums cut short in the code against the functions that they stand for. */
    @Test
    void shortSumsLieOnTheSafeSide() {
        double radius = 6335.439;
        for (double chord = 1e-3; chord < 2 * radius; chord *= 1.1) {
            double arc = 2 * radius * Math.asin(chord / (2 * radius));
            assertThat(Math.sqrt(ChordBounds.fartherSquared(chord * chord))).isGreaterThan(arc);
            assertThat(ChordBounds.insideKm(chord)).isLessThan(2 * radius * Math.sin(chord / (2 * radius)));
        }
    }

    /** The bounds must leave little open, else every search would ask for geodesics. */
    @Test
    void boundsAreNarrow() {
        assertThat(ChordBounds.insideKm(50)).isGreaterThan(50 - 0.00014);
        assertThat(ChordBounds.outsideKm(50)).isLessThan(50 + 1e-8);
        assertThat(ChordBounds.outsideKm(10_000) / ChordBounds.insideKm(10_000)).isLessThan(1.02);
        assertThat(Math.sqrt(ChordBounds.fartherSquared(2500))).isLessThan(50 + 0.00014);
        assertThat(Math.sqrt(ChordBounds.fartherSquared(0))).isLessThan(1e-4);
    }

    /** Nothing is for sure within no distance, and nothing is out of reach of an endless one. */
    @Test
    void theEndsOfTheScale() {
        assertThat(ChordBounds.insideKm(0)).isNegative();
        assertThat(ChordBounds.insideKm(Double.POSITIVE_INFINITY)).isNegative();
        assertThat(ChordBounds.outsideKm(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(ChordBounds.outsideKm(HALF_GIRTH_KM)).isGreaterThan(2 * Wgs84.SEMI_MAJOR_KM);
    }
}
