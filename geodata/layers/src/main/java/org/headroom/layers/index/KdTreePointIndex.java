package org.headroom.layers.index;

import java.util.Arrays;
import org.headroom.spi.PointIndex;

/**
 * A balanced kd-tree over the directions of the distinct places, in flat arrays. Exact: every place that the bound of {@link
 * Wgs84#chordLimit} cannot rule out is measured by geodesic. Records that share a place are measured once.
 */
public final class KdTreePointIndex implements PointIndex {
    private static final int LEAF = 8;

    private final double[] longitudes;
    private final double[] latitudes;
    private final int size;
    /** Direction of place p at 3p, in tree order. */
    private final double[] directions;
    /** Places in tree order, as positions in {@link #members}. */
    private final int[] memberStart;

    private final int[] memberEnd;
    /** Records by place, ascending within each. */
    private final int[] members;
    /** Axis on which the range whose middle is p was split. */
    private final byte[] axes;

    /**
     * @param longitudes degrees east of every record of the layer; kept, not copied
     * @param latitudes degrees north, likewise
     * @param records the records to be found, ascending; all must have a place
     */
    public KdTreePointIndex(double[] longitudes, double[] latitudes, int[] records) {
        this.longitudes = longitudes;
        this.latitudes = latitudes;
        this.size = records.length;
        this.members = sortedByPlace(longitudes, latitudes, records);
        int[] starts = new int[size + 1];
        int places = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || !samePlace(members[i - 1], members[i])) {
                starts[places++] = i;
            }
        }
        starts[places] = size;
        double[] unsorted = new double[3 * places];
        int[] order = new int[places];
        for (int p = 0; p < places; p++) {
            int record = members[starts[p]];
            Wgs84.direction(longitudes[record], latitudes[record], unsorted, 3 * p);
            order[p] = p;
        }
        this.axes = new byte[places];
        KdSplit.arrange(order, unsorted, axes, LEAF);
        this.directions = new double[3 * places];
        this.memberStart = new int[places];
        this.memberEnd = new int[places];
        for (int p = 0; p < places; p++) {
            System.arraycopy(unsorted, 3 * order[p], directions, 3 * p, 3);
            memberStart[p] = starts[order[p]];
            memberEnd[p] = starts[order[p] + 1];
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int nearest(double longitude, double latitude) {
        if (size == 0) {
            return -1;
        }
        Nearest search = new Nearest(longitude, latitude);
        search.visit(0, memberStart.length);
        return search.record;
    }

    @Override
    public double distanceKm(double longitude, double latitude, int record) {
        return Wgs84.distanceKm(longitude, latitude, longitudes[record], latitudes[record]);
    }

    @Override
    public void within(double longitude, double latitude, double radiusKm, Visitor visitor) {
        if (radiusKm >= 0) {
            new Within(longitude, latitude, radiusKm, visitor).visit(0, memberStart.length);
        }
    }

    private abstract class Search {
        final double longitude;
        final double latitude;
        final double[] from = new double[3];
        double chordLimit;

        Search(double longitude, double latitude, double limitKm) {
            this.longitude = longitude;
            this.latitude = latitude;
            this.chordLimit = Wgs84.chordLimit(limitKm);
            Wgs84.direction(longitude, latitude, from, 0);
        }

        final boolean reaches(int place) {
            double dx = directions[3 * place] - from[0];
            double dy = directions[3 * place + 1] - from[1];
            double dz = directions[3 * place + 2] - from[2];
            return dx * dx + dy * dy + dz * dz <= chordLimit * chordLimit;
        }

        /** How far the query lies beyond the plane through the middle; negative on the lower side. */
        final double beyond(int middle) {
            return from[axes[middle]] - directions[3 * middle + axes[middle]];
        }

        abstract void measure(int place);
    }

    private final class Nearest extends Search {
        private int record = -1;
        private double bestKm = Double.POSITIVE_INFINITY;

        Nearest(double longitude, double latitude) {
            super(longitude, latitude, Double.POSITIVE_INFINITY);
        }

        void visit(int from, int to) {
            if (to - from <= LEAF) {
                for (int p = from; p < to; p++) {
                    measure(p);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            double beyond = beyond(middle);
            if (beyond < 0) {
                visit(from, middle);
            } else {
                visit(middle + 1, to);
            }
            measure(middle);
            if (Math.abs(beyond) <= chordLimit) {
                if (beyond < 0) {
                    visit(middle + 1, to);
                } else {
                    visit(from, middle);
                }
            }
        }

        @Override
        void measure(int place) {
            if (!reaches(place)) {
                return;
            }
            int candidate = members[memberStart[place]];
            double km = distanceKm(longitude, latitude, candidate);
            if (km < bestKm || (km == bestKm && candidate < record) || record < 0) {
                bestKm = km;
                record = candidate;
                chordLimit = Wgs84.chordLimit(km);
            }
        }
    }

    private final class Within extends Search {
        private final double radiusKm;
        private final Visitor visitor;

        Within(double longitude, double latitude, double radiusKm, Visitor visitor) {
            super(longitude, latitude, radiusKm);
            this.radiusKm = radiusKm;
            this.visitor = visitor;
        }

        void visit(int from, int to) {
            if (to - from <= LEAF) {
                for (int p = from; p < to; p++) {
                    measure(p);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            double beyond = beyond(middle);
            if (beyond <= chordLimit) {
                visit(from, middle);
            }
            measure(middle);
            if (-beyond <= chordLimit) {
                visit(middle + 1, to);
            }
        }

        @Override
        void measure(int place) {
            if (!reaches(place)) {
                return;
            }
            double km = distanceKm(longitude, latitude, members[memberStart[place]]);
            if (km <= radiusKm) {
                for (int i = memberStart[place]; i < memberEnd[place]; i++) {
                    visitor.visit(members[i], km);
                }
            }
        }
    }

    private boolean samePlace(int a, int b) {
        return longitudes[a] == longitudes[b] && latitudes[a] == latitudes[b];
    }

    private static int[] sortedByPlace(double[] longitudes, double[] latitudes, int[] records) {
        Integer[] boxed = new Integer[records.length];
        Arrays.setAll(boxed, i -> records[i]);
        Arrays.sort(boxed, (a, b) -> {
            int byLongitude = Double.compare(longitudes[a] + 0.0, longitudes[b] + 0.0);
            int byLatitude = Double.compare(latitudes[a] + 0.0, latitudes[b] + 0.0);
            return byLongitude != 0 ? byLongitude : byLatitude != 0 ? byLatitude : Integer.compare(a, b);
        });
        int[] sorted = new int[boxed.length];
        Arrays.setAll(sorted, i -> boxed[i]);
        return sorted;
    }
}
