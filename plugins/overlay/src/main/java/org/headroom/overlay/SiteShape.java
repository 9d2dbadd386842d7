package org.headroom.overlay;

import org.headroom.overlay.shape.Circles;
import org.headroom.overlay.shape.EqualArea;
import org.headroom.overlay.shape.Lengths;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The area that stands for one site: its own, or a circle. Used by one thread. */
final class SiteShape {
    /** More than an index of shapes may be wrong by. */
    private static final double INDEX_ERROR_KM = 0.01;

    private final Geometry area;
    private final PreparedGeometry prepared;
    private final double longitude;
    private final double latitude;
    private final double reachKm;

    private SiteShape(Geometry area, double longitude, double latitude) {
        this.area = area;
        this.longitude = longitude;
        this.latitude = latitude;
        prepared = PreparedGeometryFactory.prepare(area);
        Coordinate[] corners = area.getCoordinates();
        double[] xs = new double[corners.length];
        double[] ys = new double[corners.length];
        for (int i = 0; i < corners.length; i++) {
            xs[i] = corners[i].x;
            ys[i] = corners[i].y;
        }
        reachKm = Lengths.reachKm(longitude, latitude, xs, ys) + INDEX_ERROR_KM;
    }

    /** The site's own area where the criterion is over that; null for a site that is a point. */
    static @Nullable SiteShape own(DeclaredCriterion declared, SiteBlock sites, int site) {
        Geometry area = declared.over() == DeclaredCriterion.Over.SITE ? sites.area(site) : null;
        return area == null || area.isEmpty() ? null : of(area, sites, site);
    }

    /** As {@link #own}, or else the circle round the site's place where the criterion has a radius. */
    static @Nullable SiteShape ownOrCircle(DeclaredCriterion declared, SiteBlock sites, int site) {
        SiteShape own = own(declared, sites, site);
        boolean isPoint = declared.over() == DeclaredCriterion.Over.POINT;
        return own != null || isPoint || !(declared.radiusKm() > 0) ? own : circle(declared, sites, site);
    }

    /** The circle round a site's place. */
    static SiteShape circle(DeclaredCriterion declared, SiteBlock sites, int site) {
        return of(Circles.of(sites.longitudes()[site], sites.latitudes()[site], declared.radiusKm()), sites, site);
    }

    private static SiteShape of(Geometry area, SiteBlock sites, int site) {
        return new SiteShape(area, sites.longitudes()[site], sites.latitudes()[site]);
    }

    Geometry area() {
        return area;
    }

    double longitude() {
        return longitude;
    }

    double latitude() {
        return latitude;
    }

    /** A distance from the site's place, km, than which no place of the area is farther. */
    double reachKm() {
        return reachKm;
    }

    double km2() {
        return EqualArea.km2(area);
    }

    /** Whether a shape touches the area or lies in it. */
    boolean touches(Geometry shape) {
        return prepared.intersects(shape);
    }
}
