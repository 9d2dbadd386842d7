package org.headroom.siteprofile;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SiteBlock;
import org.headroom.spi.SpiVersion;

/**
 * Makes criteria of what the source of a site says of it, so that a policy can weigh them: each criterion has the name, the unit and the
 * value of a number attribute of the site. A value outside the declared range is unknown. Stateless.
 */
public final class SiteProfileModule implements ScoringModule {
    private static final String SOURCE = "the site's own record";

    private static final List<Criterion> CRITERIA = List.of(
            Criterion.number(
                    "buildableAreaHa",
                    "Buildable area",
                    "ha",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1e9,
                    "Land that can be built on, after exclusions",
                    SOURCE),
            Criterion.number(
                    "distanceToFibreKm",
                    "Distance to fibre",
                    "km",
                    Direction.LOWER_IS_BETTER,
                    0,
                    20_040,
                    "Distance to a long-haul fibre route",
                    SOURCE),
            Criterion.number(
                    "fossilFraction",
                    "Fossil share of the supply",
                    "1",
                    Direction.LOWER_IS_BETTER,
                    0,
                    1,
                    "Share of the supply mix that is fossil",
                    SOURCE));

    /** Made by the service loader. */
    public SiteProfileModule() {}

    @Override
    public String id() {
        return "site-profile";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return CRITERIA;
    }

    @Override
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        List<Criterion> wanted =
                CRITERIA.stream().filter(c -> context.isWanted(c.id())).toList();
        return (sites, out) -> {
            for (Criterion criterion : wanted) {
                copy(criterion, sites, out);
            }
        };
    }

    private static void copy(Criterion criterion, SiteBlock sites, MeasurementBlock out) {
        double[] values = sites.numbers(criterion.id());
        MeasurementColumn column = out.column(criterion.id());
        for (int site = 0; site < sites.size(); site++) {
            if (values[site] >= criterion.minimum() && values[site] <= criterion.maximum()) {
                column.set(site, values[site], EvidenceClass.REPORTED);
            } else {
                column.setUnknown(site, UnknownReason.FIELD_MISSING);
            }
        }
    }
}
