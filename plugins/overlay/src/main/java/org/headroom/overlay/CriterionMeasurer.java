package org.headroom.overlay;

import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;

/** Measures one declared criterion. Safe for several threads; what it gives for a site depends on the site alone. */
@FunctionalInterface
interface CriterionMeasurer {
    void measure(SiteBlock sites, MeasurementColumn column);
}
