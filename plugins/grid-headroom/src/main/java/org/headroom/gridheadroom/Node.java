package org.headroom.gridheadroom;

import org.jspecify.annotations.Nullable;

/** The best node so far by one figure: of nodes worth the same the nearest, then that of the first layer, then the lowest number. Scratch of one thread. */
final class Node {
    private @Nullable SubstationLayer layer;
    private int place;
    private int record;
    private double worth;
    private double distanceKm;

    void clear() {
        layer = null;
        distanceKm = Double.POSITIVE_INFINITY;
    }

    /**
     * Takes a node when it is better.
     *
     * @param place of its layer
     * @param offered what it is worth; more is better
     */
    void offer(SubstationLayer of, int place, int offeredRecord, double offered, double km) {
        if (layer == null || isBetter(place, offeredRecord, offered, km)) {
            layer = of;
            this.place = place;
            record = offeredRecord;
            worth = offered;
            distanceKm = km;
        }
    }

    private boolean isBetter(int otherPlace, int otherRecord, double other, double km) {
        if (other != worth) {
            return other > worth;
        }
        if (km != distanceKm) {
            return km < distanceKm;
        }
        return otherPlace == place ? otherRecord < record : otherPlace < place;
    }

    /** Takes what another one holds. */
    void copy(Node other) {
        layer = other.layer;
        place = other.place;
        record = other.record;
        worth = other.worth;
        distanceKm = other.distanceKm;
    }

    /** Its layer; null when there is none. */
    @Nullable
    SubstationLayer layer() {
        return layer;
    }

    int record() {
        return record;
    }

    /** Its distance, km; infinite when there is none. */
    double distanceKm() {
        return distanceKm;
    }
}
