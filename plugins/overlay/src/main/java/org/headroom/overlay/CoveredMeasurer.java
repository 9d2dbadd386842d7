package org.headroom.overlay;

import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** What another measurer says of a grid, where its cells mean something for the whole of the site; elsewhere UNKNOWN. */
final class CoveredMeasurer implements CriterionMeasurer {
    private final CriterionMeasurer measurer;
    private final DeclaredCriterion declared;
    private final Known known;

    CoveredMeasurer(CriterionMeasurer measurer, DeclaredCriterion declared, Known known) {
        this.measurer = measurer;
        this.declared = declared;
        this.known = known;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementColumn column) {
        measurer.measure(sites, column);
        for (int site = 0; site < sites.size(); site++) {
            if (!isCovered(sites, site)) {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            }
        }
    }

    private boolean isCovered(SiteBlock sites, int site) {
        SiteShape shape = shape(sites, site);
        return shape == null
                ? known.covers(sites.longitudes()[site], sites.latitudes()[site])
                : known.share(shape) == 1;
    }

    private @Nullable SiteShape shape(SiteBlock sites, int site) {
        return declared.measure() == Measure.RASTER_VALUE ? null : SiteShape.ownOrCircle(declared, sites, site);
    }
}
