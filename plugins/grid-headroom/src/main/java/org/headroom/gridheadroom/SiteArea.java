package org.headroom.gridheadroom;

import java.util.function.IntConsumer;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The area of one site, such as a county. Used by one thread. */
final class SiteArea {
    /** Greater than any radius of curvature of WGS 84 (a²/b at the poles; NIMA TR8350.2, 2000), km. */
    private static final double EARTH_KM = 6_400;

    private static final double TURN = 360;
    /** Two sources draw the same border alike to this share of the box round it. */
    private static final double BORDER_SHARE = 0.02;

    private final Geometry area;
    private final PreparedGeometry prepared;
    private final double longitude;
    private final double latitude;
    private final double reachKm;

    private SiteArea(Geometry area, double longitude, double latitude) {
        this.area = area;
        this.longitude = longitude;
        this.latitude = latitude;
        prepared = PreparedGeometryFactory.prepare(area);
        double farthest = 0;
        for (Coordinate corner : area.getCoordinates()) {
            farthest = Math.max(farthest, atMostKm(longitude, latitude, corner.x, corner.y));
        }
        reachKm = farthest;
    }

    /** The area of a site; null for a site that is a point. */
    static @Nullable SiteArea of(SiteBlock sites, int site) {
        Geometry area = sites.area(site);
        return area == null || area.isEmpty()
                ? null
                : new SiteArea(area, sites.longitudes()[site], sites.latitudes()[site]);
    }

    /** A length, km, that a straight line in degrees is not longer than. */
    static double atMostKm(double longitude1, double latitude1, double longitude2, double latitude2) {
        boolean crossesEquator = latitude1 < 0 != latitude2 < 0;
        double nearest = crossesEquator ? 0 : Math.min(Math.abs(latitude1), Math.abs(latitude2));
        double east = Math.IEEEremainder(longitude2 - longitude1, TURN) * StrictMath.cos(StrictMath.toRadians(nearest));
        double north = latitude2 - latitude1;
        return StrictMath.toRadians(Math.sqrt(east * east + north * north)) * EARTH_KM;
    }

    Geometry geometry() {
        return area;
    }

    /** Offers every usable node of a layer that lies in the area or touches it. */
    void visit(SubstationLayer layer, IntConsumer visitor) {
        layer.within(longitude, latitude, reachKm, (record, distanceKm) -> {
            Geometry shape = layer.shape(record);
            Geometry place = shape == null
                    ? area.getFactory().createPoint(new Coordinate(layer.longitude(record), layer.latitude(record)))
                    : shape;
            if (prepared.intersects(place)) {
                visitor.accept(record);
            }
        });
    }

    /** Whether what lies in another area lies in this one too, but for what sources draw differently. */
    boolean holds(Geometry other) {
        Envelope box = new Envelope(area.getEnvelopeInternal());
        box.expandBy(box.getWidth() * BORDER_SHARE, box.getHeight() * BORDER_SHARE);
        return box.covers(other.getEnvelopeInternal());
    }
}
