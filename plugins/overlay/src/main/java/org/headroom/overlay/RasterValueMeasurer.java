package org.headroom.overlay;

import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;

/** The value at the site's place of the first grid that has one there: of the cell, or between the four nearest cells. */
final class RasterValueMeasurer implements CriterionMeasurer {
    private final List<RasterSource> sources;
    private final boolean isNearest;

    RasterValueMeasurer(DeclaredCriterion declared, List<RasterSource> sources) {
        this.sources = sources;
        isNearest = declared.combine() == Combine.NEAREST;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementColumn column) {
        double[] longitudes = sites.longitudes();
        double[] latitudes = sites.latitudes();
        for (int site = 0; site < sites.size(); site++) {
            measure(longitudes[site], latitudes[site], column, site);
        }
    }

    private void measure(double longitude, double latitude, MeasurementColumn column, int site) {
        for (int i = 0; i < sources.size(); i++) {
            RasterSource source = sources.get(i);
            double value = isNearest
                    ? source.band().nearest(longitude, latitude)
                    : source.band().bilinear(longitude, latitude);
            if (!Double.isNaN(value)) {
                EvidenceClass given = source.layer().evidenceClass();
                EvidenceClass evidence = isNearest ? given : EvidenceClass.weaker(given, EvidenceClass.DERIVED);
                column.set(site, value, evidence, source.layer(), MeasurementColumn.NO_RECORD);
                return;
            }
        }
        column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
    }
}
