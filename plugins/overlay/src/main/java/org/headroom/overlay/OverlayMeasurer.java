package org.headroom.overlay;

import java.util.Map;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;

/**
 * Measures blocks of sites by every criterion that is wanted. Immutable and safe for several threads.
 *
 * @param measures by id of the criterion
 */
record OverlayMeasurer(Map<String, CriterionMeasurer> measures) implements Measurer {
    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        measures.forEach((id, measure) -> measure.measure(sites, out.column(id)));
    }
}
