package org.headroom.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.headroom.model.LayerKind;
import org.headroom.model.LoadRequest;

/** What a module may see of the run. Valid as long as the {@link Measurer} made from it. */
public interface ModuleContext {
    /** The day on which moratoria, queue entries and prices must hold. */
    LocalDate evaluationDate();

    /** What the planner wants to connect. */
    LoadRequest request();

    /** The module's parameters from the policy. */
    Parameters parameters();

    /**
     * Whether anybody asks for a criterion of the module: the policy, or the published table. A module may leave the columns of others
     * alone, and save what it costs to fill them.
     */
    default boolean isWanted(String criterionId) {
        return true;
    }

    /** The vector and table layers of a kind, in the project's order; empty when there is none. */
    List<FeatureLayer> featureLayers(LayerKind kind);

    /** The raster layers of a kind, in the project's order; empty when there is none. */
    List<RasterLayer> rasterLayers(LayerKind kind);

    /** A layer of {@link ScoringModule#layerIds}, of any kind; empty when the project lacks it or may not use it. Since version 4. */
    default Optional<Layer> findLayer(String id) {
        return Optional.empty();
    }
}
