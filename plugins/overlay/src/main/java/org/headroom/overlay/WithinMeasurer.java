package org.headroom.overlay;

import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.overlay.record.FieldValues;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Number of the records within, or sum of a field over them: those nowhere farther than a radius, or those that touch the area of a site. A site without an
 * area and without a radius has no within, and is UNKNOWN.
 */
final class WithinMeasurer implements CriterionMeasurer {
    private final DeclaredCriterion declared;
    private final Sources sources;
    private final Known known;
    private final boolean isSum;
    /** Whether more records can only make the figure greater. */
    private final boolean isGrowing;

    WithinMeasurer(DeclaredCriterion declared, Sources sources, Known known) {
        this.declared = declared;
        this.sources = sources.withShapes();
        this.known = known;
        isSum = declared.measure() == Measure.SUM_WITHIN;
        isGrowing = !isSum || sources.all().stream().allMatch(source -> FieldValues.isNeverNegative(source, declared));
    }

    @Override
    public void measure(SiteBlock sites, MeasurementColumn column) {
        double radiusKm = declared.radiusKm();
        Tally tally = new Tally(isSum);
        for (int site = 0; site < sites.size(); site++) {
            double longitude = sites.longitudes()[site];
            double latitude = sites.latitudes()[site];
            SiteShape shape = SiteShape.own(declared, sites, site);
            tally.clear();
            if (shape != null) {
                RecordsWithin.touching(sources, shape, tally);
                write(column, site, tally, known.share(shape));
            } else if (radiusKm >= 0) {
                RecordsWithin.circle(sources, longitude, latitude, radiusKm, tally);
                write(column, site, tally, circleShare(sites, site));
            } else {
                column.setUnknown(site, UnknownReason.FIELD_MISSING);
            }
        }
    }

    private double circleShare(SiteBlock sites, int site) {
        double longitude = sites.longitudes()[site];
        double latitude = sites.latitudes()[site];
        double radiusKm = declared.radiusKm();
        boolean isCovered = known.covers(longitude, latitude);
        if (isCovered && Double.isInfinite(known.borderKm(longitude, latitude, radiusKm))) {
            return 1;
        }
        return radiusKm > 0 ? known.share(SiteShape.circle(declared, sites, site)) : isCovered ? 1 : 0;
    }

    private void write(MeasurementColumn column, int site, Tally tally, double share) {
        Criterion criterion = declared.criterion();
        double high = tally.high();
        if (share < 1) {
            high = criterion.maximum();
            if (share == 0 || !isGrowing || !Double.isFinite(high) || tally.low() > high) {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
                return;
            }
        }
        if (tally.missing().source() != null) {
            tally.missing().writeUnknown(column, site, UnknownReason.FIELD_MISSING);
            return;
        }
        @Nullable Source deciding = tally.deciding().source();
        if (deciding == null) {
            column.setInterval(site, tally.low(), high, known.weaken(sources.weakest()));
        } else {
            EvidenceClass evidence = known.weaken(tally.evidence());
            column.setInterval(
                    site,
                    tally.low(),
                    high,
                    evidence,
                    deciding.layer(),
                    tally.deciding().record());
        }
    }
}
