package org.headroom.layers.index;

import java.util.function.IntConsumer;
import org.headroom.spi.PointIndex;

/**
 * A kd-tree over the distinct places in earth-centred coordinates. Searches compare chords; where {@link ChordBounds} cannot tell which
 * of two geodesics is shorter, or whether one is within a radius, the geodesics themselves are compared. So {@code nearest} and {@code
 * within} are exact to the 15 nanometres of {@link Wgs84#geodesicKm}, while nearly all of them need none. Built in O(n log n).
 */
public final class KdTreePointIndex implements PointIndex {
    private final double[] longitudes;
    private final double[] latitudes;
    private final KdTree tree;
    /** Records by place in the order of the tree, ascending within each; those of place p start at memberStart[p]. */
    private final int[] members;

    private final int[] memberStart;

    /**
     * @param longitudes degrees east of every record of the layer; kept, not copied
     * @param latitudes degrees north, likewise
     * @param records the records to be found, ascending; all must have a place
     */
    public KdTreePointIndex(double[] longitudes, double[] latitudes, int[] records) {
        this.longitudes = longitudes;
        this.latitudes = latitudes;
        Places places = new Places(longitudes, latitudes, records);
        double[] xyz = new double[3 * places.count()];
        for (int place = 0; place < places.count(); place++) {
            int record = places.first(place);
            Wgs84.earthCentred(longitudes[record], latitudes[record], xyz, 3 * place);
        }
        tree = new KdTree(xyz);
        int[] rankOf = new int[places.count()];
        for (int p = 0; p < rankOf.length; p++) {
            rankOf[tree.order[p]] = p;
        }
        memberStart = new int[places.count() + 1];
        members = places.sorted(rankOf, memberStart);
    }

    @Override
    public int size() {
        return members.length;
    }

    @Override
    public int nearest(double longitude, double latitude) {
        int[] record = new int[1];
        nearest(new double[] {longitude}, new double[] {latitude}, 1, record, new double[1]);
        return record[0];
    }

    @Override
    public void nearest(
            double[] siteLongitudes, double[] siteLatitudes, int count, int[] records, double[] distancesKm) {
        NearestSearch search = new NearestSearch(tree);
        double[] at = new double[3];
        for (int site = 0; site < count; site++) {
            double longitude = siteLongitudes[site];
            double latitude = siteLatitudes[site];
            records[site] = -1;
            distancesKm[site] = Double.NaN;
            if (tree.size() > 0 && Double.isFinite(longitude) && Double.isFinite(latitude)) {
                Wgs84.earthCentred(longitude, latitude, at, 0);
                search.from(at[0], at[1], at[2]);
                int place = search.isSure() ? search.point() : nearestOfClose(search, longitude, latitude, at);
                int record = members[memberStart[place]];
                records[site] = record;
                double chord = Math.sqrt(tree.distanceSquared(place, at[0], at[1], at[2]));
                distancesKm[site] = Wgs84.distanceKm(chord, longitude, latitude, longitudes[record], latitudes[record]);
            }
        }
    }

    /** Of the places that may be nearest that with the shortest geodesic; of equal ones that with the lowest record. */
    private int nearestOfClose(NearestSearch search, double longitude, double latitude, double[] at) {
        Closest closest = new Closest(longitude, latitude, search.point());
        tree.within(at[0], at[1], at[2], Math.sqrt(search.fartherSquared()), closest);
        return closest.place;
    }

    @Override
    public double distanceKm(double longitude, double latitude, int record) {
        double[] at = new double[6];
        Wgs84.earthCentred(longitude, latitude, at, 0);
        Wgs84.earthCentred(longitudes[record], latitudes[record], at, 3);
        double dx = at[3] - at[0];
        double dy = at[4] - at[1];
        double dz = at[5] - at[2];
        double chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return Wgs84.distanceKm(chord, longitude, latitude, longitudes[record], latitudes[record]);
    }

    @Override
    public void within(double longitude, double latitude, double radiusKm, Visitor visitor) {
        visitPlaces(longitude, latitude, radiusKm, (place, chordSquared) -> {
            int first = members[memberStart[place]];
            double km =
                    Wgs84.distanceKm(Math.sqrt(chordSquared), longitude, latitude, longitudes[first], latitudes[first]);
            for (int i = memberStart[place]; i < memberStart[place + 1]; i++) {
                visitor.visit(members[i], km);
            }
        });
    }

    @Override
    public void recordsWithin(double longitude, double latitude, double radiusKm, IntConsumer visitor) {
        visitPlaces(longitude, latitude, radiusKm, (place, chordSquared) -> {
            for (int i = memberStart[place]; i < memberStart[place + 1]; i++) {
                visitor.accept(members[i]);
            }
        });
    }

    @Override
    public boolean isAnyWithin(double longitude, double latitude, double radiusKm) {
        double inside = ChordBounds.insideKm(radiusKm);
        if (inside > 0) {
            double[] at = new double[3];
            Wgs84.earthCentred(longitude, latitude, at, 0);
            if (tree.isAnyWithin(at[0], at[1], at[2], inside)) {
                return true;
            }
        }
        // Only what lies about on the border is left, or nothing.
        return PointIndex.super.isAnyWithin(longitude, latitude, radiusKm);
    }

    private void visitPlaces(double longitude, double latitude, double radiusKm, KdTree.Visitor visitor) {
        if (!(radiusKm >= 0)) {
            return;
        }
        double inside = ChordBounds.insideKm(radiusKm);
        double insideSquared = inside > 0 ? inside * inside : -1;
        double[] at = new double[3];
        Wgs84.earthCentred(longitude, latitude, at, 0);
        tree.within(at[0], at[1], at[2], ChordBounds.outsideKm(radiusKm), (place, chordSquared) -> {
            if (chordSquared <= insideSquared || geodesicKm(longitude, latitude, place) <= radiusKm) {
                visitor.visit(place, chordSquared);
            }
        });
    }

    private double geodesicKm(double longitude, double latitude, int place) {
        int record = members[memberStart[place]];
        return Wgs84.geodesicKm(longitude, latitude, longitudes[record], latitudes[record]);
    }

    /** Compares places by geodesic. */
    private final class Closest implements KdTree.Visitor {
        private final double longitude;
        private final double latitude;
        private int place;
        private double km;
        private double outsideSquared;

        Closest(double longitude, double latitude, int place) {
            this.longitude = longitude;
            this.latitude = latitude;
            take(place, geodesicKm(longitude, latitude, place));
        }

        @Override
        public void visit(int candidate, double chordSquared) {
            if (candidate == place || chordSquared > outsideSquared) {
                return;
            }
            double candidateKm = geodesicKm(longitude, latitude, candidate);
            if (candidateKm < km
                    || (candidateKm == km && members[memberStart[candidate]] < members[memberStart[place]])) {
                take(candidate, candidateKm);
            }
        }

        private void take(int newPlace, double newKm) {
            place = newPlace;
            km = newKm;
            double outside = ChordBounds.outsideKm(newKm);
            outsideSquared = outside * outside;
        }
    }
}
