package org.headroom.host;

import org.headroom.model.SiteOrigin;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One site of a block, as a block of its own. */
final class SingleSite implements SiteBlock {
    private final SiteBlock whole;
    private final int site;

    SingleSite(SiteBlock whole, int site) {
        this.whole = whole;
        this.site = site;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public String siteId(int index) {
        return whole.siteId(site);
    }

    @Override
    public SiteOrigin origin(int index) {
        return whole.origin(site);
    }

    @Override
    public double[] longitudes() {
        return new double[] {whole.longitudes()[site]};
    }

    @Override
    public double[] latitudes() {
        return new double[] {whole.latitudes()[site]};
    }

    @Override
    public @Nullable Geometry area(int index) {
        return whole.area(site);
    }

    @Override
    public @Nullable MeasurementColumn measured(String criterionId) {
        MeasurementColumn all = whole.measured(criterionId);
        if (all == null) {
            return null;
        }
        MeasurementColumn one = new MeasurementColumn(1);
        one.copy(all, site, 0);
        return one;
    }

    @Override
    public double[] numbers(String attribute) {
        return new double[] {whole.numbers(attribute)[site]};
    }

    @Override
    @SuppressWarnings("NullAway") // javac 17 drops the annotation on the array in the interface's class file
    public @Nullable String[] texts(String attribute) {
        return new @Nullable String[] {whole.texts(attribute)[site]};
    }
}
