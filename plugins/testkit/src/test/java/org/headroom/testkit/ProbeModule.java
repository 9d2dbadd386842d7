package org.headroom.testkit;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.PointIndex;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SiteBlock;

/** A module that keeps the contract; its subclasses each break one clause. */
public class ProbeModule implements ScoringModule {
    @Override
    public String id() {
        return "probe";
    }

    @Override
    public List<Criterion> criteria() {
        return List.of(Criterion.number(
                "probeKm", "Probe", "km", Direction.LOWER_IS_BETTER, 0, 20_040, "Distance to a record", "test 2026"));
    }

    @Override
    public List<LayerNeed> layers() {
        return List.of(LayerNeed.optional(LayerKind.GRID_CAPACITY));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.number("reachKm", "km", 0, 20_040, "How far is near."));
    }

    @Override
    public Measurer bind(ModuleContext context) {
        double reach = context.parameters().number("reachKm");
        List<FeatureLayer> layers = context.featureLayers(LayerKind.GRID_CAPACITY);
        if (layers.isEmpty()) {
            return (sites, out) -> {
                for (int site = 0; site < sites.size(); site++) {
                    out.column("probeKm").setUnknown(site, UnknownReason.NO_LAYER);
                }
            };
        }
        FeatureLayer layer = layers.get(0);
        PointIndex points = layer.points(record -> true);
        return (sites, out) -> measure(sites, out, layer, points, reach);
    }

    void measure(SiteBlock sites, MeasurementBlock out, FeatureLayer layer, PointIndex points, double reach) {
        for (int site = 0; site < sites.size(); site++) {
            double longitude = sites.longitudes()[site];
            double latitude = sites.latitudes()[site];
            int record = points.nearest(longitude, latitude);
            double distance = points.distanceKm(longitude, latitude, record);
            if (distance <= reach) {
                out.column("probeKm").set(site, distance, layer.evidenceClass(), layer, record);
            } else {
                out.column("probeKm").setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
            }
        }
    }
}
