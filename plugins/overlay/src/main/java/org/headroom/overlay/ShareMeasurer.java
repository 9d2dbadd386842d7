package org.headroom.overlay;

import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;

/**
 * Share of the site's area, or of a circle, that areas cover; what several cover counts once. A site that is a point, where there is no radius, is
 * covered wholly or not at all. What lies outside that of which the layers know everything may be covered or not, and so may what only records cover of
 * which it is not decided whether they count.
 */
final class ShareMeasurer implements CriterionMeasurer {
    private final DeclaredCriterion declared;
    private final Sources sources;
    private final Known known;

    ShareMeasurer(DeclaredCriterion declared, Sources sources, Known known) {
        this.declared = declared;
        this.sources = sources;
        this.known = known;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementColumn column) {
        for (int site = 0; site < sites.size(); site++) {
            SiteShape shape = SiteShape.ownOrCircle(declared, sites, site);
            if (shape == null) {
                measurePoint(sites.longitudes()[site], sites.latitudes()[site], column, site);
            } else {
                measureArea(shape, column, site);
            }
        }
    }

    private void measurePoint(double longitude, double latitude, MeasurementColumn column, int site) {
        for (Source source : sources.all()) {
            int record = source.areas(true).first(longitude, latitude);
            if (record >= 0) {
                column.set(site, 1, source.derived(), source.layer(), record);
                return;
            }
        }
        if (!known.covers(longitude, latitude)) {
            column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            return;
        }
        for (Source source : sources.all()) {
            int record = source.hasPossible() ? source.areas(false).first(longitude, latitude) : -1;
            if (record >= 0) {
                column.setInterval(site, 0, 1, source.derived(), source.layer(), record);
                return;
            }
        }
        column.set(site, 0, known.weaken(sources.weakest()));
    }

    private void measureArea(SiteShape shape, MeasurementColumn column, int site) {
        double knownShare = known.share(shape);
        if (knownShare == 0) {
            column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            return;
        }
        List<Overlap> all = Overlap.of(sources, shape);
        List<Overlap> sure = all.stream().filter(Overlap::isSure).toList();
        double low = Overlap.share(sure, shape);
        double covered = sure.size() == all.size() ? low : Math.max(low, Overlap.share(all, shape));
        double high = Math.min(1, covered + (1 - knownShare));
        if (all.isEmpty()) {
            column.setInterval(site, low, high, known.weaken(sources.weakest()));
            return;
        }
        EvidenceClass evidence = known.weaken(EvidenceClass.DERIVED);
        for (Overlap overlap : all) {
            evidence = EvidenceClass.weaker(evidence, overlap.source().given());
        }
        Overlap deciding = Overlap.largest(sure.isEmpty() ? all : sure);
        column.setInterval(site, low, high, evidence, deciding.source().layer(), deciding.record());
    }
}
