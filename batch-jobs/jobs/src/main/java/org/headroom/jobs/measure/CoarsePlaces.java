package org.headroom.jobs.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The places at which a site is measured whose own place is known coarsely only: the middle, eight places half way out and sixteen at the edge
 * of its {@code placeRadiusKm}, as far as they lie in the site's own jurisdiction. Where no more than the jurisdiction is known, or the circle
 * misses it, they are spread over the jurisdiction instead: what the record says of its county is surer than its point. Immutable; safe for several
 * threads.
 */
public final class CoarsePlaces {
    /** Most places of one site. */
    static final int MOST = 64;

    static final String RADIUS = "placeRadiusKm";
    static final String PRECISION = "placePrecision";
    private static final String JURISDICTION_ONLY = "COUNTY";

    private static final int INNER = 8;
    private static final int OUTER = 16;
    /** Places across the box of a jurisdiction. */
    private static final int ACROSS = 7;

    private static final double DEGREE_KM = 111.2;
    /** Nearer to a pole a ring would have no width in degrees. */
    private static final double LEAST_COSINE = 0.01;

    private final Optional<DefaultFeatureLayer> jurisdictions;
    private final Map<String, Integer> records = new HashMap<>();
    private final boolean isRemembering;
    private final Map<String, PlacesOfSite> remembered = new ConcurrentHashMap<>();

    /** @param jurisdictions the boundary layer of the project */
    CoarsePlaces(Optional<DefaultFeatureLayer> jurisdictions) {
        this(jurisdictions, false);
    }

    /** For one who measures the same few sites again and again: the places of each are kept. */
    public static CoarsePlaces remembering(Optional<DefaultFeatureLayer> jurisdictions) {
        return new CoarsePlaces(jurisdictions, true);
    }

    private CoarsePlaces(Optional<DefaultFeatureLayer> jurisdictions, boolean isRemembering) {
        this.jurisdictions = jurisdictions;
        this.isRemembering = isRemembering;
        jurisdictions.ifPresent(layer -> {
            @Nullable String[] codes = layer.texts("code");
            for (int record = 0; record < codes.length; record++) {
                String code = codes[record];
                if (code != null && layer.isArea(record)) {
                    records.putIfAbsent(code, record);
                }
            }
        });
    }

    /** Whether a site has to be measured at several places. */
    static boolean isCoarse(double radiusKm, @Nullable String precision) {
        return radiusKm > 0 || JURISDICTION_ONLY.equals(precision);
    }

    /**
     * The places of one site; none where no more than the jurisdiction is known, and that has no outline.
     *
     * @param site a block of the site alone
     */
    PlacesOfSite of(SiteBlock site) {
        return isRemembering
                ? remembered.computeIfAbsent(site.siteId(0), id -> find(site)).with(site)
                : find(site);
    }

    private PlacesOfSite find(SiteBlock site) {
        double radiusKm = site.numbers(RADIUS)[0];
        @Nullable Geometry own = own(site.texts("jurisdictionCode")[0]);
        Found found = new Found(own);
        if (radiusKm > 0 && !JURISDICTION_ONLY.equals(site.texts(PRECISION)[0])) {
            found.circle(site.longitudes()[0], site.latitudes()[0], radiusKm);
        }
        if (found.count == 0 && own != null) {
            found.spread(own);
        }
        return new PlacesOfSite(
                site, Arrays.copyOf(found.longitudes, found.count), Arrays.copyOf(found.latitudes, found.count));
    }

    private @Nullable Geometry own(@Nullable String code) {
        Integer record = code == null ? null : records.get(code);
        return record == null
                ? null
                : jurisdictions.map(layer -> layer.area(record)).orElse(null);
    }

    private static final class Found {
        private final double[] longitudes = new double[MOST];
        private final double[] latitudes = new double[MOST];
        private final @Nullable IndexedPointInAreaLocator within;
        private int count;

        Found(@Nullable Geometry within) {
            this.within = within == null ? null : new IndexedPointInAreaLocator(within);
        }

        void circle(double longitude, double latitude, double radiusKm) {
            add(longitude, latitude);
            ring(longitude, latitude, radiusKm / 2, INNER);
            ring(longitude, latitude, radiusKm, OUTER);
        }

        private void ring(double longitude, double latitude, double km, int places) {
            double north = km / DEGREE_KM;
            double east = north / Math.max(LEAST_COSINE, StrictMath.cos(StrictMath.toRadians(latitude)));
            for (int i = 0; i < places; i++) {
                double angle = 2 * Math.PI * i / places;
                add(
                        Math.IEEEremainder(longitude + east * StrictMath.sin(angle), 360),
                        Math.max(-90, Math.min(90, latitude + north * StrictMath.cos(angle))));
            }
        }

        void spread(Geometry own) {
            Coordinate inside = own.getInteriorPoint().getCoordinate();
            add(inside.x, inside.y);
            Envelope box = own.getEnvelopeInternal();
            for (int row = 0; row < ACROSS; row++) {
                for (int column = 0; column < ACROSS; column++) {
                    add(
                            box.getMinX() + (column + 0.5) / ACROSS * box.getWidth(),
                            box.getMinY() + (row + 0.5) / ACROSS * box.getHeight());
                }
            }
        }

        private void add(double longitude, double latitude) {
            if (within == null || within.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR) {
                longitudes[count] = longitude;
                latitudes[count] = latitude;
                count++;
            }
        }
    }
}
