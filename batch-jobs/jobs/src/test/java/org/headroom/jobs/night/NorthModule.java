package org.headroom.jobs.night;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SiteBlock;

/** Measures the latitude of a site; unknown in the eastern hemisphere. */
public final class NorthModule implements ScoringModule {
    static final String NORTH = "northDeg";

    /** Where it fails: the id of a site, or {@code bind}; empty for nowhere. */
    static volatile String failsAt = "";

    @Override
    public String id() {
        return "north";
    }

    @Override
    public List<Criterion> criteria() {
        return List.of(Criterion.number(
                NORTH, "North", "deg", Direction.HIGHER_IS_BETTER, -90, 90, "degrees north of the equator", "test"));
    }

    @Override
    public Measurer bind(ModuleContext context) {
        if (failsAt.equals("bind")) {
            throw new IllegalStateException("not today");
        }
        return NorthModule::measure;
    }

    private static void measure(SiteBlock sites, MeasurementBlock out) {
        for (int site = 0; site < sites.size(); site++) {
            if (sites.siteId(site).equals(failsAt)) {
                throw new IllegalStateException("not there");
            }
            if (sites.longitudes()[site] > 0) {
                out.column(NORTH).setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            } else {
                out.column(NORTH).set(site, sites.latitudes()[site], EvidenceClass.DERIVED);
            }
        }
    }
}
