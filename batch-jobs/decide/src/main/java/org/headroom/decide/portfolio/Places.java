package org.headroom.decide.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import org.headroom.decide.portfolio.choice.Apart;

/**
 * Which sites are too near to one another: nearer than what is asked for, or so near that they may be meant for one substation that nobody
 * names. Distances are geodesics (Karney 2013).
 */
final class Places implements Apart {
    /** A substation farther than this, km, is not taken to be where a site of unknown node connects. */
    static final double FARTHEST_REACH_KM = 50;

    /** No degree of latitude is shorter than this, km; WGS 84 has 110.57 at the equator. */
    private static final double SHORTEST_DEGREE_KM = 110;

    private static final double METRES = 1_000;
    private static final int DEGREES = 360;

    private final List<SiteFigures> sites;
    private final double apartKm;
    private final double sharedMw;
    private final double windowKm;
    private final int[] byLatitude;
    private final double[] latitudes;

    /**
     * @param apartKm 0 for any distance
     * @param sharedMw MW that a node of unknown headroom has for all its sites together; NaN for one site alone
     */
    Places(List<SiteFigures> sites, double apartKm, double sharedMw) {
        this.sites = sites;
        this.apartKm = apartKm;
        this.sharedMw = sharedMw;
        double reachKm = sites.stream().mapToDouble(Places::reachKm).max().orElse(0);
        windowKm = Math.max(apartKm, 2 * reachKm);
        byLatitude = IntStream.range(0, sites.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> sites.get(i).latitude()))
                .mapToInt(Integer::intValue)
                .toArray();
        latitudes = Arrays.stream(byLatitude)
                .mapToDouble(i -> sites.get(i).latitude())
                .toArray();
    }

    /** 0 where it draws nothing, or nothing is known of where it connects. */
    private static double reachKm(SiteFigures site) {
        return site.drawnMw() > 0 && site.reachKm() <= FARTHEST_REACH_KM ? site.reachKm() : 0;
    }

    @Override
    public int[] from(int thing) {
        if (windowKm <= 0) {
            return new int[0];
        }
        double latitude = sites.get(thing).latitude();
        double degrees = windowKm / SHORTEST_DEGREE_KM;
        int first = firstAtLeast(latitude - degrees);
        int end = firstAtLeast(Math.nextUp(latitude + degrees));
        return IntStream.range(first, end)
                .map(k -> byLatitude[k])
                .filter(other -> other != thing && isApart(thing, other))
                .sorted()
                .toArray();
    }

    private int firstAtLeast(double latitude) {
        int low = 0;
        int high = latitudes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (latitudes[middle] < latitude) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isApart(int one, int other) {
        SiteFigures a = sites.get(one);
        SiteFigures b = sites.get(other);
        double limitKm = Math.max(apartKm, mayShare(a, b) ? reachKm(a) + reachKm(b) : 0);
        if (limitKm <= 0 || isFarther(a, b, limitKm)) {
            return false;
        }
        double km = km(a, b);
        return km < apartKm || mayShareAt(a, b, km);
    }

    /** Whether two sites are nearer to one another than is asked for. */
    boolean isTooNear(SiteFigures a, SiteFigures b) {
        return km(a, b) < apartKm;
    }

    /** Whether two sites may be meant for one substation that nobody names, which has not enough for both. */
    boolean mayShareNode(SiteFigures a, SiteFigures b) {
        return mayShare(a, b) && mayShareAt(a, b, km(a, b));
    }

    private boolean mayShareAt(SiteFigures a, SiteFigures b, double km) {
        return mayShare(a, b) && reachKm(a) + reachKm(b) > 0 && km <= reachKm(a) + reachKm(b);
    }

    private boolean mayShare(SiteFigures a, SiteFigures b) {
        return a.drawnMw() > 0
                && b.drawnMw() > 0
                && (a.node() == null || b.node() == null)
                && !(a.drawnMw() + b.drawnMw() <= sharedMw);
    }

    /** A quick look that is never wrong: along the meridian alone, and along the parallel nearest to the pole. */
    private static boolean isFarther(SiteFigures a, SiteFigures b, double limitKm) {
        double north = Math.abs(a.latitude() - b.latitude());
        if (north * SHORTEST_DEGREE_KM > limitKm) {
            return true;
        }
        double east = Math.abs(a.longitude() - b.longitude());
        east = Math.min(east, DEGREES - east);
        double farthest = Math.toRadians(Math.min(90, Math.max(Math.abs(a.latitude()), Math.abs(b.latitude()))));
        // The chord over the difference of longitudes on the nearest parallel is no longer than the way.
        double chordKm = 2 * 6_356 * StrictMath.cos(farthest) * StrictMath.sin(Math.toRadians(Math.min(180, east)) / 2);
        return chordKm > limitKm;
    }

    /** Geodesic distance. */
    static double km(SiteFigures a, SiteFigures b) {
        return Geodesic.WGS84.Inverse(a.latitude(), a.longitude(), b.latitude(), b.longitude()).s12 / METRES;
    }
}
