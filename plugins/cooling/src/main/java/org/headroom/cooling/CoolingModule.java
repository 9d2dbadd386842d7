package org.headroom.cooling;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.LayerKind;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.RecordNote;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Measures how well the climate of a site cools. Stateless. */
public final class CoolingModule implements ScoringModule {
    /** Made by {@link java.util.ServiceLoader}. */
    public CoolingModule() {}

    @Override
    public String id() {
        return "cooling";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return CoolingCriteria.ALL;
    }

    @Override
    public List<LayerNeed> layers() {
        return List.of(LayerNeed.optional(LayerKind.CLIMATE));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return CoolingParameters.SPECS;
    }

    @Override
    public void check(Parameters parameters) {
        CoolingParameters.of(parameters);
    }

    @Override
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public List<RecordNote> notes(ModuleContext context) {
        int minimumHours = CoolingParameters.of(context.parameters()).reach().minimumStationHours();
        return context.featureLayers(LayerKind.CLIMATE).stream()
                .filter(JointStations::isJoint)
                .flatMap(layer -> new JointStations(layer, minimumHours).notes.stream())
                .toList();
    }

    @Override
    public Measurer bind(ModuleContext context) {
        CoolingParameters parameters = CoolingParameters.of(context.parameters());
        return new CoolingMeasurer(
                context.featureLayers(LayerKind.CLIMATE),
                context.rasterLayers(LayerKind.CLIMATE),
                parameters,
                context::isWanted);
    }
}
