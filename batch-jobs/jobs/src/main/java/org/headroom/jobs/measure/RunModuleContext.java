package org.headroom.jobs.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headroom.model.LayerKind;
import org.headroom.model.LoadRequest;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.Parameters;
import org.headroom.spi.RasterLayer;

/** What a scoring module sees of a run. */
record RunModuleContext(
        LocalDate evaluationDate, LoadRequest request, Parameters parameters, List<Layer> layers, Set<String> wanted)
        implements ModuleContext {
    RunModuleContext {
        layers = List.copyOf(layers);
    }

    @Override
    public boolean isWanted(String criterionId) {
        return wanted.contains(criterionId);
    }

    @Override
    public List<FeatureLayer> featureLayers(LayerKind kind) {
        return ofKind(kind, FeatureLayer.class);
    }

    @Override
    public List<RasterLayer> rasterLayers(LayerKind kind) {
        return ofKind(kind, RasterLayer.class);
    }

    @Override
    public Optional<Layer> findLayer(String id) {
        return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    private <L extends Layer> List<L> ofKind(LayerKind kind, Class<L> type) {
        return layers.stream()
                .filter(layer -> layer.kind().equals(kind))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
