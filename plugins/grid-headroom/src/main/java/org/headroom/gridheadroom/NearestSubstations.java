package org.headroom.gridheadroom;

import java.util.Arrays;
import java.util.List;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * The substation of each site of one block: the one that it names, or else the nearest usable one over all layers. Of substations at the same
 * distance that of the first layer counts, and in it the record with the lowest number.
 */
final class NearestSubstations {
    private static final int NONE = -1;

    private final List<SubstationLayer> layers;
    private final int[] layerOf;
    private final int[] records;
    private final double[] distancesKm;

    NearestSubstations(List<SubstationLayer> layers, NamedNodes named, SiteBlock sites) {
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
            layers.get(i).nearest(sites, layerRecords, layerKm);
            for (int site = 0; site < size; site++) {
                if (layerKm[site] < distancesKm[site]) {
                    layerOf[site] = i;
                    records[site] = layerRecords[site];
                    distancesKm[site] = layerKm[site];
                }
            }
        }
        @Nullable String[] nodeIds = sites.texts("interconnectionNodeId");
        for (int site = 0; site < size; site++) {
            String nodeId = nodeIds[site];
            if (nodeId != null) {
                take(site, named.find(nodeId), sites.longitudes()[site], sites.latitudes()[site]);
            }
        }
    }

    /** Another node, however near, is not the one that the site is connected at. */
    private void take(int site, NamedNodes.@Nullable Node node, double longitude, double latitude) {
        if (node == null) {
            layerOf[site] = NONE;
            distancesKm[site] = Double.POSITIVE_INFINITY;
        } else if (layerOf[site] != node.layer() || records[site] != node.record()) {
            layerOf[site] = node.layer();
            records[site] = node.record();
            distancesKm[site] = layers.get(node.layer()).distanceKm(longitude, latitude, node.record());
        }
    }

    /** The layer of a site's substation; null when there is none. */
    @Nullable
    SubstationLayer layer(int site) {
        return layerOf[site] == NONE ? null : layers.get(layerOf[site]);
    }

    /** The record of a site's substation in its layer. */
    int record(int site) {
        return records[site];
    }

    /** Its distance, km; infinite when there is none. */
    double distanceKm(int site) {
        return distancesKm[site];
    }
}
