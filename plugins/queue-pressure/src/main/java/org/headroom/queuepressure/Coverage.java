package org.headroom.queuepressure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.jspecify.annotations.Nullable;

/** Which market a place is in and whether its requests of a side are on record at all. Immutable and safe for several threads. */
final class Coverage {
    /** Market of a place whose boundary names a market without requests. */
    static final int MARKET_WITHOUT_REQUESTS = -2;

    private final double radiusKm;
    private final Map<Side, List<PointIndex>> requests = new EnumMap<>(Side.class);
    private final Map<Side, boolean[]> marketHas = new EnumMap<>(Side.class);
    private final List<NamedRequests> named = new ArrayList<>();
    private final List<Boundaries> boundaries = new ArrayList<>();
    private EvidenceClass boundaryEvidence = EvidenceClass.REPORTED;

    Coverage(
            List<RequestStates> layers,
            List<FeatureLayer> boundaryLayers,
            MarketCurves curves,
            QueueParameters parameters) {
        radiusKm = parameters.coverageRadiusKm();
        for (Side side : Side.values()) {
            requests.put(
                    side, layers.stream().map(s -> QueueLayer.coverage(s, side)).toList());
            marketHas.put(side, marketsWith(side, layers, curves));
        }
        for (RequestStates states : layers) {
            FeatureLayer layer = states.layer();
            @Nullable String[] names = layer.texts("market");
            int[] markets = numbers(names, curves);
            named.add(
                    new NamedRequests(layer.points(record -> states.exists(record) && markets[record] >= 0), markets));
        }
        for (FeatureLayer layer : boundaryLayers) {
            addMarkets(layer, curves);
        }
    }

    private void addMarkets(FeatureLayer layer, MarketCurves curves) {
        @Nullable String[] kinds = layer.texts("boundaryKind");
        AreaIndex areas = layer.areas(record -> "MARKET".equals(kinds[record]));
        if (areas.size() > 0) {
            int[] markets = numbers(layer.texts("code"), curves);
            Arrays.setAll(markets, i -> markets[i] < 0 ? MARKET_WITHOUT_REQUESTS : markets[i]);
            boundaries.add(new Boundaries(areas, markets));
            boundaryEvidence = EvidenceClass.weaker(boundaryEvidence, layer.evidenceClass());
        }
    }

    private static int[] numbers(@Nullable String[] names, MarketCurves curves) {
        int[] markets = new int[names.length];
        for (int record = 0; record < names.length; record++) {
            markets[record] = curves.numberOf(names[record]);
        }
        return markets;
    }

    private static boolean[] marketsWith(Side side, List<RequestStates> layers, MarketCurves curves) {
        boolean[] has = new boolean[curves.count()];
        for (RequestStates states : layers) {
            @Nullable String[] names = states.layer().texts("market");
            for (int record = 0; record < names.length; record++) {
                int market = curves.numberOf(names[record]);
                boolean isCounted = states.isForSums(record) && states.layer().isLocated(record);
                if (market >= 0 && states.is(side, record) && isCounted) {
                    has[market] = true;
                }
            }
        }
        return has;
    }

    /** Weakest evidence of the market boundaries in use; REPORTED when there is none. */
    EvidenceClass boundaryEvidence() {
        return boundaryEvidence;
    }

    /**
     * The markets whose boundaries cover a place: their numbers, {@link #MARKET_WITHOUT_REQUESTS} among them when a boundary names a market that
     * has none; nothing outside all boundaries. The order of layers does not matter.
     */
    void marketsByBoundary(double longitude, double latitude, SiteMarkets found) {
        found.clear();
        for (Boundaries layer : boundaries) {
            found.read(layer.markets);
            layer.areas.covering(longitude, latitude, found);
        }
    }

    /** Market of the nearest request within the reach, or {@link MarketCurves#NO_MARKET}; the first layer wins a tie. */
    int marketOfNearest(double longitude, double latitude) {
        int market = MarketCurves.NO_MARKET;
        double best = radiusKm;
        for (NamedRequests layer : named) {
            int record = layer.points.nearest(longitude, latitude);
            if (record >= 0) {
                double distance = layer.points.distanceKm(longitude, latitude, record);
                if (distance < best || (distance == best && market < 0)) {
                    best = distance;
                    market = layer.markets[record];
                }
            }
        }
        return market;
    }

    /**
     * Whether the requests of the side at a place are on record, so that none means none. Where footprints overlap, those of all its markets
     * must be; outside all of them, some request must lie near.
     */
    boolean covers(Side side, double longitude, double latitude, SiteMarkets byBoundary) {
        boolean[] has = marketHas.get(side);
        for (int i = 0; i < byBoundary.size(); i++) {
            int market = byBoundary.get(i);
            if (market < 0 || has == null || !has[market]) {
                return false;
            }
        }
        if (byBoundary.size() > 0) {
            return true;
        }
        for (PointIndex index : requests.getOrDefault(side, List.of())) {
            if (index.isAnyWithin(longitude, latitude, radiusKm)) {
                return true;
            }
        }
        return false;
    }

    private record NamedRequests(
            PointIndex points,
            @SuppressWarnings("ArrayRecordComponent") int[] markets) {}

    private record Boundaries(
            AreaIndex areas,
            @SuppressWarnings("ArrayRecordComponent") int[] markets) {}
}
