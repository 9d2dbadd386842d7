package org.headroom.energyprice;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.PointIndex;

/** Prices of nodes and zones: of the area that covers a place, a node before a zone; else of the nearest node in reach. */
final class ZonePrices {
    private final List<PriceLayer> layers;
    private final List<AreaIndex> nodeAreas = new ArrayList<>();
    private final List<AreaIndex> zoneAreas = new ArrayList<>();
    private final List<PointIndex> nodes = new ArrayList<>();
    private final BelievedPrices believed;
    private final double reachKm;

    ZonePrices(List<PriceLayer> layers, BelievedPrices believed, double reachKm) {
        this.layers = layers;
        this.believed = believed;
        this.reachKm = reachKm;
        for (PriceLayer layer : layers) {
            nodeAreas.add(layer.layer().areas(record -> isUsable(layer, record, "NODE")));
            zoneAreas.add(layer.layer().areas(record -> isUsable(layer, record, "ZONE")));
            nodes.add(layer.layer().points(record -> !layer.layer().isArea(record) && isUsable(layer, record, "NODE")));
        }
    }

    private boolean isUsable(PriceLayer layer, int record, String kind) {
        return layer.is(record, kind) && !Double.isNaN(believed.of(layer, record));
    }

    /** Lists the nodes and zones whose price is not believed. */
    static void list(List<PriceLayer> layers, BelievedPrices believed, ListedRecords listed) {
        for (PriceLayer layer : layers) {
            for (int record = 0; record < layer.layer().size(); record++) {
                if (layer.is(record, "NODE") || layer.is(record, "ZONE")) {
                    String doubt = believed.doubt(layer, record);
                    boolean isNowhere =
                            layer.is(record, "ZONE") && !layer.layer().isArea(record);
                    if (doubt == null && isNowhere) {
                        doubt =
                                "a zone without an area holds at no site; give its outline, or join it to a boundary layer";
                    }
                    if (doubt != null) {
                        listed.add(layer, record, layer.price(record), doubt);
                    }
                }
            }
        }
    }

    /** Whether a node or zone gave the price of the site. */
    boolean write(MeasurementColumn column, int site, double longitude, double latitude) {
        return writeCovering(nodeAreas, column, site, longitude, latitude)
                || writeCovering(zoneAreas, column, site, longitude, latitude)
                || writeNearest(column, site, longitude, latitude);
    }

    private boolean writeCovering(
            List<AreaIndex> areas, MeasurementColumn column, int site, double longitude, double latitude) {
        for (int i = 0; i < areas.size(); i++) {
            int record = areas.get(i).first(longitude, latitude);
            if (record >= 0) {
                PriceLayer layer = layers.get(i);
                column.set(site, believed.of(layer, record), believed.evidence(layer, record), layer.layer(), record);
                return true;
            }
        }
        return false;
    }

    private boolean writeNearest(MeasurementColumn column, int site, double longitude, double latitude) {
        int nearest = -1;
        int nearestLayer = -1;
        double nearestKm = Double.POSITIVE_INFINITY;
        for (int i = 0; i < nodes.size(); i++) {
            PointIndex index = nodes.get(i);
            int record = index.nearest(longitude, latitude);
            double distance = record < 0 ? Double.POSITIVE_INFINITY : index.distanceKm(longitude, latitude, record);
            if (distance < nearestKm) {
                nearest = record;
                nearestLayer = i;
                nearestKm = distance;
            }
        }
        if (nearest < 0 || nearestKm > reachKm) {
            return false;
        }
        PriceLayer layer = layers.get(nearestLayer);
        EvidenceClass evidence = EvidenceClass.weaker(believed.evidence(layer, nearest), EvidenceClass.ESTIMATED);
        write(column, site, layer, nearest, evidence);
        return true;
    }

    private void write(MeasurementColumn column, int site, PriceLayer layer, int record, EvidenceClass evidence) {
        column.setInterval(
                site, believed.lowest(layer, record), believed.of(layer, record), evidence, layer.layer(), record);
    }
}
