package org.headroom.host;

import java.util.List;
import java.util.Set;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Sites with what other modules measured at them.
 *
 * @param sites the sites
 * @param inputs what the module that reads them names
 * @param before what the modules before it measured
 * @param earlier what was measured before all of them
 */
record MeasuredSites(SiteBlock sites, Set<String> inputs, List<MeasurementBlock> before, MeasurementBlock earlier)
        implements SiteBlock {
    /** The sites as a module sees them. */
    static SiteBlock of(SiteBlock sites, Set<String> inputs, List<MeasurementBlock> before, MeasurementBlock earlier) {
        return inputs.isEmpty() ? sites : new MeasuredSites(sites, inputs, before, earlier);
    }

    @Override
    public @Nullable MeasurementColumn measured(String criterionId) {
        if (!inputs.contains(criterionId)) {
            throw new IllegalArgumentException("criterion " + criterionId + " is none of the module's inputs");
        }
        for (MeasurementBlock block : before) {
            if (block.criterionIds().contains(criterionId)) {
                return block.column(criterionId);
            }
        }
        return earlier.criterionIds().contains(criterionId) ? earlier.column(criterionId) : null;
    }

    @Override
    public int size() {
        return sites.size();
    }

    @Override
    public String siteId(int site) {
        return sites.siteId(site);
    }

    @Override
    public SiteOrigin origin(int site) {
        return sites.origin(site);
    }

    @Override
    public double[] longitudes() {
        return sites.longitudes();
    }

    @Override
    public double[] latitudes() {
        return sites.latitudes();
    }

    @Override
    public double[] numbers(String attribute) {
        return sites.numbers(attribute);
    }

    @Override
    @SuppressWarnings("NullAway") // javac 17 drops the annotation on the array in the interface's class file
    public @Nullable String[] texts(String attribute) {
        return sites.texts(attribute);
    }

    @Override
    public @Nullable Geometry area(int site) {
        return sites.area(site);
    }
}
