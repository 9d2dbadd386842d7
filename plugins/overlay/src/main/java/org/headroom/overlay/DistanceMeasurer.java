package org.headroom.overlay;

import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.overlay.record.Found;
import org.headroom.overlay.record.Nearest;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.overlay.shape.Lengths;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Distance to the nearest record. It is an interval where a nearer record may count, where a nearer one may lie behind the border of what the layers
 * know, and, from the greatest distance that is looked at up to the criterion's maximum, where nothing is found.
 */
final class DistanceMeasurer implements CriterionMeasurer {
    private static final double FARTHEST_KM = 20_040;
    private static final double FINEST_KM = 0.01;

    private final DeclaredCriterion declared;
    private final Sources sources;
    private final Known known;

    DistanceMeasurer(DeclaredCriterion declared, Sources sources, Known known) {
        this.declared = declared;
        this.sources = sources.withShapes();
        this.known = known;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementColumn column) {
        double[] longitudes = sites.longitudes();
        double[] latitudes = sites.latitudes();
        Nearest nearest = new Nearest(sources, true);
        nearest.find(longitudes, latitudes, sites.size());
        Nearest nearestPossible = new Nearest(sources, false);
        if (sources.hasPossible()) {
            nearestPossible.find(longitudes, latitudes, sites.size());
        }
        boolean hasPossible = sources.hasPossible();
        Found sure = new Found();
        Found possible = new Found();
        AreaDistance areas = new AreaDistance(sources);
        for (int site = 0; site < sites.size(); site++) {
            SiteShape shape = SiteShape.own(declared, sites, site);
            if (shape != null) {
                measureArea(areas, shape, column, site);
            } else if (known.covers(longitudes[site], latitudes[site])) {
                nearest.get(site, sure);
                if (hasPossible) {
                    nearestPossible.get(site, possible);
                }
                double limitKm = limitKm(sure, possible);
                double borderKm = limitKm > 0
                        ? known.borderKm(longitudes[site], latitudes[site], limitKm)
                        : Double.POSITIVE_INFINITY;
                write(column, site, sure, possible, borderKm);
            } else {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            }
        }
    }

    private void measureArea(AreaDistance areas, SiteShape shape, MeasurementColumn column, int site) {
        double share = known.share(shape);
        if (share == 0) {
            column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            return;
        }
        areas.find(shape);
        double limitKm = limitKm(areas.sure(), areas.possible());
        double borderKm = share < 1 ? 0 : limitKm > 0 ? borderKm(shape.area(), limitKm) : Double.POSITIVE_INFINITY;
        write(column, site, areas.sure(), areas.possible(), borderKm);
    }

    /** As far as it matters where the border of what is known lies. */
    private double limitKm(Found sure, Found possible) {
        double foundKm = Math.min(sure.distanceKm(), possible.distanceKm());
        return Math.min(FARTHEST_KM, Math.min(foundKm, declared.maximumDistanceKm()));
    }

    /** As {@link Known#borderKm} for an area that is covered, within a fiftieth. */
    private double borderKm(Geometry area, double limitKm) {
        double least = limitKm;
        @Nullable Coordinate before = null;
        for (Coordinate corner : area.getCoordinates()) {
            // The step from one ring to the next is no edge; it can only make the figure smaller than it need be.
            if (before != null) {
                least = borderKm(before.x, before.y, corner.x, corner.y, least);
            }
            before = corner;
        }
        return least < limitKm ? least : Double.POSITIVE_INFINITY;
    }

    /** The figure for one edge, or the limit when it is not below. No place of an edge is farther from its middle than half its length. */
    private double borderKm(double x1, double y1, double x2, double y2, double limitKm) {
        double x = (x1 + x2) / 2;
        double y = (y1 + y2) / 2;
        double halfKm = Lengths.atMostKm(x1, y1, x2, y2) / 2;
        double leastKm = known.borderKm(x, y, limitKm + halfKm) - halfKm;
        if (leastKm >= limitKm) {
            return limitKm;
        }
        if (halfKm <= Math.max(FINEST_KM, leastKm / 50)) {
            return Math.max(0, leastKm);
        }
        return borderKm(x, y, x2, y2, borderKm(x1, y1, x, y, limitKm));
    }

    private void write(MeasurementColumn column, int site, Found sure, Found possible, double borderKm) {
        double reachKm = declared.maximumDistanceKm();
        double low = Math.min(Math.min(sure.distanceKm(), possible.distanceKm()), Math.min(borderKm, reachKm));
        boolean isWithin = sure.source() != null && sure.distanceKm() <= reachKm;
        double high = isWithin ? sure.distanceKm() : declared.criterion().maximum();
        Found nearest = possible.isBefore(sure) ? possible : sure;
        if (!isWithin && !(Double.isFinite(high) && high > low)) {
            if (possible.distanceKm() <= reachKm && possible.source() != null) {
                possible.writeUnknown(column, site, UnknownReason.FIELD_MISSING);
            } else {
                boolean isAtBorder = borderKm < reachKm;
                column.setUnknown(site, isAtBorder ? UnknownReason.OUTSIDE_COVERAGE : UnknownReason.NO_RECORD_IN_REACH);
            }
            return;
        }
        Source deciding = nearest.source();
        if (deciding == null) {
            column.setInterval(site, low, high, known.weaken(sources.weakest()));
        } else {
            EvidenceClass evidence = known.weaken(deciding.derived());
            Source other = sure.source();
            evidence = other == null ? evidence : EvidenceClass.weaker(evidence, other.derived());
            column.setInterval(site, low, high, evidence, deciding.layer(), nearest.record());
        }
    }
}
