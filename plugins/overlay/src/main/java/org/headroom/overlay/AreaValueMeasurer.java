package org.headroom.overlay;

import org.headroom.model.UnknownReason;
import org.headroom.overlay.record.Extremes;
import org.headroom.overlay.record.Found;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Over;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * A field of the area in which a place lies. Where several do, the smallest or the greatest value or both, as the criterion says; by any other word that of
 * the first area. Where none does, the value that the criterion gives for that, if the layers know everything there, else UNKNOWN. UNKNOWN
 * too where an area has no value, or may not count. Sites with an area, and circles, are left to {@link AreaMix}.
 */
final class AreaValueMeasurer implements CriterionMeasurer {
    private final DeclaredCriterion declared;
    private final Sources sources;
    private final Known known;
    private final boolean hasPossible;
    private final boolean isFirst;
    private final AreaMix mix;

    AreaValueMeasurer(DeclaredCriterion declared, Sources sources, Known known) {
        this.declared = declared;
        this.sources = sources.withAreas();
        this.known = known;
        hasPossible = sources.hasPossible();
        Combine combine = declared.combine();
        isFirst = combine != Combine.MINIMUM && combine != Combine.MAXIMUM && combine != Combine.RANGE;
        mix = new AreaMix(declared, sources, known);
    }

    @Override
    public void measure(SiteBlock sites, MeasurementColumn column) {
        Extremes extremes = new Extremes();
        for (int site = 0; site < sites.size(); site++) {
            double longitude = sites.longitudes()[site];
            double latitude = sites.latitudes()[site];
            SiteShape shape = shape(sites, site);
            if (shape != null) {
                mix.measure(shape, column, site);
            } else if (!writeArea(extremes, column, site, longitude, latitude)) {
                writeNone(column, site, longitude, latitude);
            }
        }
    }

    /** Writes what the areas at a place say; false when there is none. */
    private boolean writeArea(
            Extremes extremes, MeasurementColumn column, int site, double longitude, double latitude) {
        if (hasPossible && writePossible(column, site, longitude, latitude)) {
            return true;
        }
        return isFirst
                ? writeFirst(column, site, longitude, latitude)
                : writeExtremes(extremes, column, site, longitude, latitude);
    }

    private void writeNone(MeasurementColumn column, int site, double longitude, double latitude) {
        if (declared.otherwise().isPresent() && known.covers(longitude, latitude)) {
            column.set(site, declared.otherwise().getAsDouble(), known.weaken(sources.weakest()));
        } else {
            column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
        }
    }

    private @Nullable SiteShape shape(SiteBlock sites, int site) {
        boolean isCircle = declared.over() == Over.CIRCLE && declared.radiusKm() > 0;
        return isCircle ? SiteShape.circle(declared, sites, site) : SiteShape.own(declared, sites, site);
    }

    private boolean writePossible(MeasurementColumn column, int site, double longitude, double latitude) {
        for (Source source : sources.all()) {
            int record = source.hasPossible() ? source.areas(false).first(longitude, latitude) : -1;
            if (record >= 0) {
                column.setUnknown(site, UnknownReason.FIELD_MISSING, source.layer(), record);
                return true;
            }
        }
        return false;
    }

    private boolean writeFirst(MeasurementColumn column, int site, double longitude, double latitude) {
        for (Source source : sources.all()) {
            int record = source.areas(true).first(longitude, latitude);
            if (record >= 0) {
                double value = source.value(record);
                if (Double.isNaN(value)) {
                    column.setUnknown(site, UnknownReason.FIELD_MISSING, source.layer(), record);
                } else {
                    column.set(site, value, source.given(), source.layer(), record);
                }
                return true;
            }
        }
        return false;
    }

    private boolean writeExtremes(
            Extremes extremes, MeasurementColumn column, int site, double longitude, double latitude) {
        extremes.clear();
        Found missing = new Found();
        for (Source source : sources.all()) {
            source.areas(true).covering(longitude, latitude, record -> {
                double value = source.value(record);
                if (Double.isNaN(value)) {
                    missing.offer(source, record, 0);
                } else {
                    extremes.add(source, record, value);
                }
            });
        }
        if (missing.source() != null) {
            missing.writeUnknown(column, site, UnknownReason.FIELD_MISSING);
            return true;
        }
        Found deciding = declared.combine() == Combine.MINIMUM ? extremes.leastAt() : extremes.greatestAt();
        Source source = deciding.source();
        if (source == null) {
            return false;
        }
        double low = declared.combine() == Combine.MAXIMUM ? extremes.greatest() : extremes.least();
        double high = declared.combine() == Combine.MINIMUM ? extremes.least() : extremes.greatest();
        column.setInterval(site, low, high, extremes.evidence(), source.layer(), deciding.record());
        return true;
    }
}
