package org.headroom.overlay;

import org.headroom.model.UnknownReason;
import org.headroom.overlay.record.Extremes;
import org.headroom.overlay.record.Found;
import org.headroom.overlay.record.Nearest;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Over;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * A field of the nearest record. For a site with an area, or a circle, that is of the records inside the one with the greatest or the smallest value,
 * or both as an interval, as the criterion says; by any other word, or where none is inside, the nearest: of those inside to the site's place, else to
 * the border. A record of which it is not decided whether it counts makes the answer UNKNOWN where it would decide.
 */
final class NearestValueMeasurer implements CriterionMeasurer {
    private final DeclaredCriterion declared;
    private final Sources sources;
    private final Known known;

    NearestValueMeasurer(DeclaredCriterion declared, Sources sources, Known known) {
        this.declared = declared;
        this.sources = sources.withShapes();
        this.known = known;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementColumn column) {
        Nearest nearest = new Nearest(sources, true);
        nearest.find(sites.longitudes(), sites.latitudes(), sites.size());
        Nearest nearestPossible = new Nearest(sources, false);
        boolean hasPossible = sources.hasPossible();
        if (hasPossible) {
            nearestPossible.find(sites.longitudes(), sites.latitudes(), sites.size());
        }
        Found sure = new Found();
        Found possible = new Found();
        Inside inside = new Inside();
        for (int site = 0; site < sites.size(); site++) {
            SiteShape shape = shape(sites, site);
            if (shape != null) {
                measureArea(shape, inside, column, site);
            } else if (known.covers(sites.longitudes()[site], sites.latitudes()[site])) {
                nearest.get(site, sure);
                if (hasPossible) {
                    nearestPossible.get(site, possible);
                }
                write(column, site, sure, possible);
            } else {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            }
        }
    }

    private @Nullable SiteShape shape(SiteBlock sites, int site) {
        boolean isCircle = declared.over() == Over.CIRCLE && declared.radiusKm() > 0;
        return isCircle ? SiteShape.circle(declared, sites, site) : SiteShape.own(declared, sites, site);
    }

    private void measureArea(SiteShape shape, Inside inside, MeasurementColumn column, int site) {
        if (known.share(shape) == 0) {
            column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            return;
        }
        inside.clear();
        RecordsWithin.touching(sources, shape, inside);
        boolean isAny = inside.sure.source() != null || inside.possible.source() != null;
        Combine combine = declared.combine();
        boolean isBest = combine == Combine.MINIMUM || combine == Combine.MAXIMUM || combine == Combine.RANGE;
        if (isAny && isBest) {
            inside.write(column, site, combine);
            return;
        }
        if (!isAny) {
            new BorderDistance(sources, true).find(shape.area(), inside.sure);
            if (sources.hasPossible()) {
                new BorderDistance(sources, false).find(shape.area(), inside.possible);
            }
        }
        write(column, site, inside.sure, inside.possible);
    }

    private void write(MeasurementColumn column, int site, Found sure, Found possible) {
        Found deciding = possible.isBefore(sure) ? possible : sure;
        Source source = deciding.source();
        if (source == null || deciding.distanceKm() > declared.maximumDistanceKm()) {
            column.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        } else if (deciding == possible || Double.isNaN(source.value(deciding.record()))) {
            deciding.writeUnknown(column, site, UnknownReason.FIELD_MISSING);
        } else {
            column.set(site, source.value(deciding.record()), source.given(), source.layer(), deciding.record());
        }
    }

    /** What lies in the area of a site. Scratch of one thread. */
    private static final class Inside implements RecordsWithin.Visitor {
        private final Found sure = new Found();
        private final Found possible = new Found();
        private final Found missing = new Found();
        private final Extremes sureValues = new Extremes();
        private final Extremes allValues = new Extremes();

        void clear() {
            sure.clear();
            possible.clear();
            missing.clear();
            sureValues.clear();
            allValues.clear();
        }

        @Override
        public void visit(Source source, int record, boolean isSure, double distanceKm) {
            (isSure ? sure : possible).offer(source, record, distanceKm);
            double value = source.value(record);
            if (Double.isNaN(value)) {
                missing.offer(source, record, 0);
                return;
            }
            allValues.add(source, record, value);
            if (isSure) {
                sureValues.add(source, record, value);
            }
        }

        void write(MeasurementColumn column, int site, Combine combine) {
            if (missing.source() != null) {
                missing.writeUnknown(column, site, UnknownReason.FIELD_MISSING);
                return;
            }
            Found deciding = combine == Combine.MINIMUM ? sureValues.leastAt() : sureValues.greatestAt();
            Source source = deciding.source();
            if (source == null) {
                possible.writeUnknown(column, site, UnknownReason.FIELD_MISSING);
                return;
            }
            double low = combine == Combine.MAXIMUM ? sureValues.greatest() : allValues.least();
            double high = combine == Combine.MINIMUM ? sureValues.least() : allValues.greatest();
            column.setInterval(site, low, high, allValues.evidence(), source.layer(), deciding.record());
        }
    }
}
