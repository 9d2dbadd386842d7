package org.headroom.gridheadroom;

import java.util.Arrays;
import java.util.List;
import org.headroom.spi.ShapeIndex;
import org.headroom.spi.SiteBlock;

/**
 * The nearest node of each site of one block, by the site's place. Of nodes at the same distance that of the first layer counts, and in it the record with
 * the lowest number.
 */
final class NearestSubstations {
    private static final int NONE = -1;

    private final List<SubstationLayer> layers;
    private final int[] layerOf;
    private final int[] records;
    private final double[] distancesKm;

    /** @param indexes of the nodes that count, one for each layer */
    NearestSubstations(List<SubstationLayer> layers, List<ShapeIndex> indexes, SiteBlock sites) {
        this.layers = layers;
        int size = sites.size();
        layerOf = new int[size];
        records = new int[size];
        distancesKm = new double[size];
        Arrays.fill(layerOf, NONE);
        Arrays.fill(distancesKm, Double.POSITIVE_INFINITY);
        int[] layerRecords = new int[size];
        double[] layerKm = new double[size];
        for (int i = 0; i < layers.size(); i++) {
            indexes.get(i).nearest(sites.longitudes(), sites.latitudes(), size, layerRecords, layerKm);
            for (int site = 0; site < size; site++) {
                if (layerKm[site] < distancesKm[site]) {
                    layerOf[site] = i;
                    records[site] = layerRecords[site];
                    distancesKm[site] = layerKm[site];
                }
            }
        }
    }

    /** Offers the nearest node of a site, worth the same as any other; none when there is none. */
    void offer(int site, Node nearest) {
        int layer = layerOf[site];
        if (layer != NONE) {
            nearest.offer(layers.get(layer), layer, records[site], 0, distancesKm[site]);
        }
    }
}
