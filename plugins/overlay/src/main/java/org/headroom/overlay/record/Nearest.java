package org.headroom.overlay.record;

import java.util.Arrays;
import java.util.List;
import org.headroom.spi.ShapeIndex;

/** The nearest record of each of many places, over all layers of a criterion. Scratch of one thread. */
public final class Nearest {
    private static final int NONE = -1;

    private final List<Source> sources;
    private final boolean isSure;
    private int[] sourceOf = {};
    private int[] records = {};
    private double[] distancesKm = {};
    private int[] layerRecords = {};
    private double[] layerKm = {};

    /** @param isSure whether to look at the records that count, or at those of which that is not decided */
    public Nearest(Sources sources, boolean isSure) {
        this.sources = sources.all();
        this.isSure = isSure;
    }

    /** Finds the records for the first places of two arrays. */
    public void find(double[] longitudes, double[] latitudes, int count) {
        if (records.length < count) {
            sourceOf = new int[count];
            records = new int[count];
            distancesKm = new double[count];
            layerRecords = new int[count];
            layerKm = new double[count];
        }
        Arrays.fill(sourceOf, 0, count, NONE);
        Arrays.fill(distancesKm, 0, count, Double.POSITIVE_INFINITY);
        for (int i = 0; i < sources.size(); i++) {
            if (isSure || sources.get(i).hasPossible()) {
                find(i, longitudes, latitudes, count);
            }
        }
    }

    private void find(int source, double[] longitudes, double[] latitudes, int count) {
        ShapeIndex shapes = sources.get(source).shapes(isSure);
        if (shapes.size() == 0) {
            return;
        }
        shapes.nearest(longitudes, latitudes, count, layerRecords, layerKm);
        for (int place = 0; place < count; place++) {
            if (layerKm[place] < distancesKm[place]) {
                sourceOf[place] = source;
                records[place] = layerRecords[place];
                distancesKm[place] = layerKm[place];
            }
        }
    }

    /** Distance to the record of a place, km; infinite when there is none. */
    public double distanceKm(int place) {
        return distancesKm[place];
    }

    /** Hands out the record of a place. */
    public void get(int place, Found found) {
        if (sourceOf[place] == NONE) {
            found.clear();
        } else {
            found.set(sources.get(sourceOf[place]), records[place], distancesKm[place]);
        }
    }
}
