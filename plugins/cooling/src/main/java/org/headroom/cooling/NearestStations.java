package org.headroom.cooling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the stations nearest to a place. They lie in the order of their latitudes, and a search goes north and south from the place
 * until the latitude alone is farther than the worst that it holds. Distances are chords of a sphere with the Earth's mean radius, less
 * than 0.6 % off the ellipsoid. Immutable and safe for several threads.
 */
final class NearestStations {
    /** Mean radius of the Earth (Moritz 2000, Geodetic Reference System 1980), km. */
    private static final double EARTH_KM = 6_371.0088;

    private static final int AXES = 3;

    /** Places of the stations in the list, in the order of latitude. */
    private final int[] order;

    /** Radians, ascending. */
    private final double[] latitudes;

    /** Places on the sphere of radius 1, in the same order. */
    private final double[] places;

    NearestStations(List<ClimateStation> stations) {
        Integer[] sorted = new Integer[stations.size()];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, Comparator.comparingDouble(i -> stations.get(i).latitude()));
        order = new int[sorted.length];
        latitudes = new double[sorted.length];
        places = new double[AXES * sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            order[i] = sorted[i];
            ClimateStation station = stations.get(order[i]);
            latitudes[i] = StrictMath.toRadians(station.latitude());
            put(station.longitude(), station.latitude(), places, AXES * i);
        }
    }

    private static void put(double longitude, double latitude, double[] xyz, int at) {
        double lambda = StrictMath.toRadians(longitude);
        double phi = StrictMath.toRadians(latitude);
        double across = StrictMath.cos(phi);
        xyz[at] = across * StrictMath.cos(lambda);
        xyz[at + 1] = across * StrictMath.sin(lambda);
        xyz[at + 2] = StrictMath.sin(phi);
    }

    /** What a search found, nearest first. Working memory of one thread. */
    static final class Found {
        final int[] stations;
        final double[] distancesKm;
        private final double[] at = new double[AXES];
        int count;

        Found(int most) {
            stations = new int[most];
            distancesKm = new double[most];
        }

        private void add(int station, double km) {
            int place = Math.min(count, stations.length - 1);
            count = place + 1;
            while (place > 0 && distancesKm[place - 1] > km) {
                stations[place] = stations[place - 1];
                distancesKm[place] = distancesKm[place - 1];
                place--;
            }
            stations[place] = station;
            distancesKm[place] = km;
        }

        private double reachKm(double reachKm) {
            return count < stations.length ? reachKm : Math.min(reachKm, distancesKm[count - 1]);
        }
    }

    /** Finds as many as there is room for, none farther than the reach. */
    void find(double longitude, double latitude, double reachKm, Found found) {
        found.count = 0;
        put(longitude, latitude, found.at, 0);
        double phi = StrictMath.toRadians(latitude);
        int north = Arrays.binarySearch(latitudes, phi);
        north = north < 0 ? -north - 1 : north;
        int south = north - 1;
        while (south >= 0 || north < order.length) {
            double up = north < order.length ? latitudes[north] - phi : Double.POSITIVE_INFINITY;
            double down = south >= 0 ? phi - latitudes[south] : Double.POSITIVE_INFINITY;
            // a chord is never shorter than that of the difference in latitude
            if (2 * EARTH_KM * StrictMath.sin(Math.min(1.5, Math.min(up, down)) / 2) > found.reachKm(reachKm)) {
                return;
            }
            int next = up <= down ? north++ : south--;
            double km = chordKm(found.at, AXES * next);
            if (km <= reachKm && (found.count < found.stations.length || km < found.distancesKm[found.count - 1])) {
                found.add(order[next], km);
            }
        }
    }

    private double chordKm(double[] at, int place) {
        double x = at[0] - places[place];
        double y = at[1] - places[place + 1];
        double z = at[2] - places[place + 2];
        return EARTH_KM * Math.sqrt(x * x + y * y + z * z);
    }
}
