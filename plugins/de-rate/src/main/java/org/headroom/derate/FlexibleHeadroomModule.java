package org.headroom.derate;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.LayerKind;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SiteBlock;
import org.headroom.spi.SpiVersion;

/** Measures what an area's hourly load leaves room for, if a new load gives way for some hours. A module of its own, as it reads layers. Stateless. */
public final class FlexibleHeadroomModule implements ScoringModule {
    private static final List<Criterion> CRITERIA = List.of(Criterion.number(
            DeRateCriteria.FLEXIBLE,
            "Flexible headroom of the area",
            "MW",
            Direction.HIGHER_IS_BETTER,
            0,
            2_000_000,
            "Largest flat load that the area's hourly load leaves room for below its seasonal peaks, if the load gives way for the policy's share of its"
                    + " energy. Of generation and bulk transmission: nothing is said of the lines to the site.",
            "Norris et al. 2025, Rethinking Load Growth (Duke University)"));

    /** Made by {@link java.util.ServiceLoader}. */
    public FlexibleHeadroomModule() {}

    @Override
    public String id() {
        return "flexible-headroom";
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
    public List<LayerKind> layerKinds() {
        return List.of(HourlyLoads.KIND);
    }

    @Override
    public List<LayerNeed> layers() {
        return List.of(LayerNeed.optional(HourlyLoads.KIND), LayerNeed.optional(LayerKind.BOUNDARY));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return FlexibleParameters.SPECS;
    }

    @Override
    public List<String> inputs(String criterionId) {
        return FlexibleParameters.SPECS.stream().map(ParameterSpec::id).toList();
    }

    @Override
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        AreaHeadroom areas = new AreaHeadroom(
                new HourlyLoads(context.featureLayers(HourlyLoads.KIND)),
                context.featureLayers(LayerKind.BOUNDARY),
                FlexibleParameters.of(context.parameters()));
        return (sites, out) -> measure(areas, sites, out);
    }

    private static void measure(AreaHeadroom areas, SiteBlock sites, MeasurementBlock out) {
        MeasurementColumn column = out.column(DeRateCriteria.FLEXIBLE);
        double[] longitudes = sites.longitudes();
        double[] latitudes = sites.latitudes();
        for (int site = 0; site < sites.size(); site++) {
            areas.write(column, site, longitudes[site], latitudes[site]);
        }
    }
}
