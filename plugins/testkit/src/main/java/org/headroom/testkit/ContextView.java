package org.headroom.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.LoadRequest;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.Parameter;
import org.headroom.spi.Parameters;
import org.headroom.spi.RasterLayer;

/**
 * A context with some of its parts taken away, as the contract tests need.
 *
 * @param whole the module's own context
 * @param parameterIds parameters that are left
 * @param kinds kinds of layer that are left
 * @param weakened whether every layer claims {@link EvidenceClass#FALLBACK} only
 */
record ContextView(ModuleContext whole, Set<String> parameterIds, Set<LayerKind> kinds, boolean weakened)
        implements ModuleContext {

    @Override
    public LocalDate evaluationDate() {
        return whole.evaluationDate();
    }

    @Override
    public LoadRequest request() {
        return whole.request();
    }

    @Override
    public Parameters parameters() {
        List<Parameter> left = whole.parameters().all().stream()
                .filter(parameter -> parameterIds.contains(parameter.id()))
                .toList();
        return new Parameters(left);
    }

    @Override
    public List<FeatureLayer> featureLayers(LayerKind kind) {
        if (!kinds.contains(kind)) {
            return List.of();
        }
        List<FeatureLayer> layers = whole.featureLayers(kind);
        return weakened
                ? layers.stream()
                        .map(layer -> weaken(layer, FeatureLayer.class))
                        .toList()
                : layers;
    }

    @Override
    public List<RasterLayer> rasterLayers(LayerKind kind) {
        if (!kinds.contains(kind)) {
            return List.of();
        }
        List<RasterLayer> layers = whole.rasterLayers(kind);
        return weakened
                ? layers.stream().map(layer -> weaken(layer, RasterLayer.class)).toList()
                : layers;
    }

    @Override
    public Optional<Layer> findLayer(String id) {
        return whole.findLayer(id).filter(layer -> kinds.contains(layer.kind())).map(this::seen);
    }

    private Layer seen(Layer layer) {
        if (!weakened) {
            return layer;
        }
        return layer instanceof RasterLayer raster
                ? weaken(raster, RasterLayer.class)
                : weaken((FeatureLayer) layer, FeatureLayer.class);
    }

    private static <T extends Layer> T weaken(T layer, Class<T> type) {
        Object view = java.lang.reflect.Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("evidenceClass")) {
                        return EvidenceClass.weaker(layer.evidenceClass(), EvidenceClass.FALLBACK);
                    }
                    try {
                        return method.invoke(layer, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return type.cast(view);
    }
}
