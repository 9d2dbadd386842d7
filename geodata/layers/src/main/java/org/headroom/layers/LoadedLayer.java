package org.headroom.layers;

import java.util.List;
import org.headroom.model.DataIssue;
import org.headroom.spi.Layer;

/**
 * A layer with the account of its loading. Immutable.
 *
 * @param layer a {@link DefaultFeatureLayer} or a {@link DefaultRasterLayer}
 * @param counts what became of the records
 * @param issues every problem found, in the order of the source
 */
public record LoadedLayer(Layer layer, LayerCounts counts, List<DataIssue> issues) {
    public LoadedLayer {
        issues = List.copyOf(issues);
    }
}
