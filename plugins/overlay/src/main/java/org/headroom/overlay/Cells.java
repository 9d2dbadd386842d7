package org.headroom.overlay;

import java.util.Arrays;
import org.headroom.spi.RasterLayer;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** The cells of a grid in an area, by what each measures, and how much of the area has no value. Scratch of one thread. */
final class Cells implements RasterLayer.CellVisitor {
    /** Places a side, by which is estimated how much of an area lies beyond a grid. */
    private static final int LATTICE = 32;
    /** Sums of weights are off by rounding. */
    private static final double ROUNDING = 1e-12;

    private double[] values = new double[64];
    private double[] weights = new double[64];
    private int size;
    private double known;
    private double unknown;

    /** Takes the cells of a band in an area. */
    void read(RasterLayer.Band band, Geometry area) {
        size = 0;
        known = 0;
        unknown = 0;
        band.cells(area, this);
        // A grid hands out the cells that it has; what lies beyond it must be looked for.
        double beyond = known > 0 ? shareWithout(band, area) : 0;
        unknown = beyond < 1 ? Math.max(unknown, known * beyond / (1 - beyond)) : unknown;
    }

    /** Takes the one cell in which a place lies. */
    void read(RasterLayer.Band band, double longitude, double latitude) {
        size = 0;
        known = 0;
        unknown = 0;
        visit(band.nearest(longitude, latitude), 1);
    }

    @Override
    public void visit(double value, double weight) {
        if (Double.isNaN(value)) {
            unknown += weight;
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        values[size] = value;
        weights[size++] = weight;
        known += weight;
    }

    private static double shareWithout(RasterLayer.Band band, Geometry area) {
        boolean isWithin = true;
        for (Coordinate corner : area.getCoordinates()) {
            isWithin &= !Double.isNaN(band.nearest(corner.x, corner.y));
        }
        if (isWithin) {
            return 0;
        }
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        Envelope box = area.getEnvelopeInternal();
        int all = 0;
        int without = 0;
        for (int i = 0; i < LATTICE * LATTICE; i++) {
            Coordinate place = new Coordinate(
                    box.getMinX() + box.getWidth() * (i % LATTICE + 0.5) / LATTICE,
                    box.getMinY() + box.getHeight() * (Math.floorDiv(i, LATTICE) + 0.5) / LATTICE);
            if (locator.locate(place) != Location.EXTERIOR) {
                all++;
                without += Double.isNaN(band.nearest(place.x, place.y)) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) without / all;
    }

    /** Share of the area of which a value is known, from 0 to 1. */
    double knownShare() {
        return known == 0 ? 0 : known / (known + unknown);
    }

    /** Mean by weight, where what is unknown has a given value. */
    double mean(double unknownValue) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i] * values[i];
        }
        return unknown > 0 ? (sum + unknown * unknownValue) / (known + unknown) : sum / known;
    }

    double least() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    double greatest() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        return greatest;
    }

    /** Share of the whole area, the unknown part too, that lies strictly above or below a value. */
    double share(double threshold, boolean isAbove) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (isAbove ? values[i] > threshold : values[i] < threshold) ? weights[i] : 0;
        }
        return Math.min(1, sum / (known + unknown));
    }

    /**
     * The smallest value that cells of at least a share of all weight do not exceed, where the unknown cells lie below or above all others;
     * the end given when that is one of these.
     */
    double quantile(double share, boolean isUnknownBelow, double end) {
        double wanted = share * (known + unknown) - (isUnknownBelow ? unknown : 0);
        double slack = ROUNDING * (known + unknown);
        if (unknown > 0 && (isUnknownBelow ? wanted <= slack : wanted > known + slack)) {
            return end;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weightUpTo(sorted[middle]) >= wanted - slack) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted[low];
    }

    private double weightUpTo(double value) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i] <= value ? weights[i] : 0;
        }
        return sum;
    }

    /** The value of most weight, the smallest of several; NaN when the unknown part could make it another. */
    double commonest() {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        double best = Double.NaN;
        double most = 0;
        double second = 0;
        double before = 0;
        for (int i = 0; i < size; i++) {
            if (i == size - 1 || sorted[i + 1] != sorted[i]) {
                double upTo = weightUpTo(sorted[i]);
                double weight = upTo - before;
                before = upTo;
                if (weight > most) {
                    second = most;
                    most = weight;
                    best = sorted[i];
                } else {
                    second = Math.max(second, weight);
                }
            }
        }
        return unknown > most - second ? Double.NaN : best;
    }
}
