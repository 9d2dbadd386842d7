package org.headroom.gridheadroom;

import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that a site of one block can be connected at: the nearest that carries the load, and of those in reach the ones that give the most. So a
 * node that is added never takes anything away from a site. A site that names its node has that one alone. Scratch of one thread.
 */
final class Connections {
    private final GridNodes grid;
    private final SiteBlock sites;
    private final NearestSubstations sufficient;
    private final @Nullable NearestSubstations bulk;
    private final @Nullable String[] nodeIds;
    private final BorderDistance sufficientBorder;
    private final BorderDistance bulkBorder;

    private final Node nearest = new Node();
    private final Node nearestBulk = new Node();
    private final Node voltage = new Node();
    private final Node published = new Node();
    private final Node firm = new Node();
    private @Nullable SiteArea area;

    Connections(GridNodes grid, SiteBlock sites) {
        this.grid = grid;
        this.sites = sites;
        sufficient = new NearestSubstations(grid.layers(), grid.sufficient(), sites);
        bulk = grid.isBulkWanted() ? new NearestSubstations(grid.layers(), grid.bulk(), sites) : null;
        nodeIds = sites.texts("interconnectionNodeId");
        sufficientBorder = new BorderDistance(grid.layers(), grid.sufficient());
        bulkBorder = new BorderDistance(grid.layers(), grid.bulk());
    }

    /** Finds the nodes of a site. */
    void find(int site) {
        for (Node node : new Node[] {nearest, nearestBulk, voltage, published, firm}) {
            node.clear();
        }
        area = SiteArea.of(sites, site);
        if (area == null) {
            sufficient.offer(site, nearest);
            if (bulk != null) {
                bulk.offer(site, nearestBulk);
            }
        } else {
            findInside(area);
        }
        if (nodeIds[site] != null) {
            findNamed(site, nodeIds[site]);
        } else if (grid.reachKm() > 0) {
            findInReach(sites.longitudes()[site], sites.latitudes()[site]);
        } else if (nearest.distanceKm() <= grid.maximumDistanceKm()) {
            takeAlone(nearest);
        }
    }

    private void findInside(SiteArea area) {
        for (int i = 0; i < grid.layers().size(); i++) {
            int place = i;
            SubstationLayer layer = grid.layers().get(i);
            area.visit(layer, record -> {
                if (layer.isSufficient(record)) {
                    nearest.offer(layer, place, record, 0, 0);
                }
                if (layer.voltageKv(record) >= grid.bulkKv()) {
                    nearestBulk.offer(layer, place, record, 0, 0);
                }
                offer(layer, place, record, 0);
            });
        }
        if (nearest.layer() == null) {
            sufficientBorder.find(area.geometry(), nearest);
        }
        if (nearestBulk.layer() == null && grid.isBulkWanted()) {
            bulkBorder.find(area.geometry(), nearestBulk);
        }
    }

    private void findInReach(double longitude, double latitude) {
        double reachKm = Math.min(grid.reachKm(), grid.maximumDistanceKm());
        for (int i = 0; i < grid.layers().size(); i++) {
            int place = i;
            SubstationLayer layer = grid.layers().get(i);
            layer.within(longitude, latitude, reachKm, (record, km) -> offer(layer, place, record, km));
        }
    }

    private void offer(SubstationLayer layer, int place, int record, double km) {
        voltage.offer(layer, place, record, layer.voltageKv(record), km);
        if (layer.isSufficient(record)) {
            published.offer(layer, place, record, layer.figures().surePublishedMw(record), km);
            firm.offer(layer, place, record, layer.figures().sureFirmMw(record), km);
        }
    }

    /** Another node, however near, is not the one that the site is connected at. */
    private void findNamed(int site, String nodeId) {
        Node atHand = new Node();
        atHand.clear();
        atHand.copy(nearest);
        nearest.clear();
        voltage.clear();
        published.clear();
        firm.clear();
        NamedNodes.Place named = grid.named().find(nodeId);
        if (named == null) {
            return;
        }
        SubstationLayer layer = grid.layers().get(named.layer());
        boolean isAtHand = atHand.layer() == layer && atHand.record() == named.record();
        double km = isAtHand
                ? atHand.distanceKm()
                : layer.distanceKm(sites.longitudes()[site], sites.latitudes()[site], named.record());
        nearest.offer(layer, named.layer(), named.record(), 0, km);
        if (km <= grid.maximumDistanceKm()) {
            takeAlone(nearest);
        }
    }

    private void takeAlone(Node node) {
        voltage.copy(node);
        published.copy(node);
        firm.copy(node);
    }

    /** Whether a site names its node. */
    boolean isNamed(int site) {
        return nodeIds[site] != null;
    }

    /** The area of the site; null when it is a point. */
    @Nullable
    SiteArea area() {
        return area;
    }

    /** The nearest node that carries the load. */
    Node nearest() {
        return nearest;
    }

    /** The nearest node of bulk transmission, however far. */
    Node nearestBulk() {
        return nearestBulk;
    }

    /** The node of the highest voltage in reach. */
    Node voltage() {
        return voltage;
    }

    /** The node with the most published headroom in reach. */
    Node published() {
        return published;
    }

    /** The node with the most firm headroom in reach. */
    Node firm() {
        return firm;
    }
}
