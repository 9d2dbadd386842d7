package org.headroom.overlay;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the cells in the site's area, or in a circle, by what each cell measures; of one cell for a site that is a point, where there is no
 * radius. Of several grids the one counts that knows most of the area, the first of several. Cells without a value, and what of the area lies
 * beyond the grid, widen the answer to an interval by the criterion's own range, or make it UNKNOWN where that has no end. The quantile is the smallest
 * value that cells of at least that share of the weight do not exceed; shares above and below are strict.
 */
final class RasterStatisticMeasurer implements CriterionMeasurer {
    private final DeclaredCriterion declared;
    private final List<RasterSource> sources;

    RasterStatisticMeasurer(DeclaredCriterion declared, List<RasterSource> sources) {
        this.declared = declared;
        this.sources = sources;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementColumn column) {
        Cells cells = new Cells();
        for (int site = 0; site < sites.size(); site++) {
            SiteShape shape = SiteShape.ownOrCircle(declared, sites, site);
            RasterSource best = null;
            double most = 0;
            for (RasterSource source : sources) {
                read(cells, source, shape, sites, site);
                if (cells.knownShare() > most) {
                    most = cells.knownShare();
                    best = source;
                }
                if (most == 1) {
                    break;
                }
            }
            if (best == null) {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
                continue;
            }
            if (most < 1 && sources.size() > 1) {
                read(cells, best, shape, sites, site);
            }
            write(column, site, cells, best);
        }
    }

    private static void read(Cells cells, RasterSource source, @Nullable SiteShape shape, SiteBlock sites, int site) {
        if (shape == null) {
            cells.read(source.band(), sites.longitudes()[site], sites.latitudes()[site]);
        } else {
            cells.read(source.band(), shape.area());
        }
    }

    private void write(MeasurementColumn column, int site, Cells cells, RasterSource source) {
        Criterion criterion = declared.criterion();
        double low = value(cells, true, criterion.minimum());
        double high = value(cells, false, criterion.maximum());
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            return;
        }
        EvidenceClass evidence = EvidenceClass.weaker(source.layer().evidenceClass(), EvidenceClass.DERIVED);
        column.setInterval(site, low, high, evidence, source.layer(), MeasurementColumn.NO_RECORD);
    }

    /** One end of the answer, where what is unknown has the value at that end of the criterion's range. */
    private double value(Cells cells, boolean isLow, double end) {
        double unknownShare = 1 - cells.knownShare();
        boolean isEnd = unknownShare > 0;
        Combine combine = declared.combine();
        return switch (combine) {
            case MINIMUM -> isEnd && isLow ? Math.min(end, cells.least()) : cells.least();
            case MAXIMUM -> isEnd && !isLow ? Math.max(end, cells.greatest()) : cells.greatest();
            case RANGE ->
                isLow
                        ? (isEnd ? Math.min(end, cells.least()) : cells.least())
                        : (isEnd ? Math.max(end, cells.greatest()) : cells.greatest());
            case QUANTILE -> cells.quantile(declared.threshold(), isLow, end);
            case SHARE_ABOVE, SHARE_BELOW -> {
                double share = cells.share(declared.threshold(), combine == Combine.SHARE_ABOVE);
                yield isLow ? share : Math.min(1, share + unknownShare);
            }
            case LARGEST -> cells.commonest();
            default -> cells.mean(end);
        };
    }
}
