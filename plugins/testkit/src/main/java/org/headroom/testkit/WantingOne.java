package org.headroom.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.headroom.model.LayerKind;
import org.headroom.model.LoadRequest;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.Parameters;
import org.headroom.spi.RasterLayer;

/**
 * A context in which one criterion is wanted and no other.
 *
 * @param whole the module's own context
 * @param criterionId the criterion
 */
record WantingOne(ModuleContext whole, String criterionId) implements ModuleContext {
    @Override
    public boolean isWanted(String id) {
        return id.equals(criterionId);
    }

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
        return whole.parameters();
    }

    @Override
    public List<FeatureLayer> featureLayers(LayerKind kind) {
        return whole.featureLayers(kind);
    }

    @Override
    public List<RasterLayer> rasterLayers(LayerKind kind) {
        return whole.rasterLayers(kind);
    }

    @Override
    public Optional<Layer> findLayer(String id) {
        return whole.findLayer(id);
    }
}
