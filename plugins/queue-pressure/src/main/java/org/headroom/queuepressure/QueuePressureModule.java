package org.headroom.queuepressure;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.LayerKind;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Measures the pressure of interconnection queues on a site. Stateless. */
public final class QueuePressureModule implements ScoringModule {
    /** Made by {@link java.util.ServiceLoader}. */
    public QueuePressureModule() {}

    @Override
    public String id() {
        return "queue-pressure";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return QueueCriteria.ALL;
    }

    @Override
    public List<LayerNeed> layers() {
        return List.of(
                LayerNeed.optional(LayerKind.INTERCONNECTION_QUEUE),
                LayerNeed.optional(LayerKind.BOUNDARY),
                LayerNeed.optional(LayerKind.LOAD_WAIT));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return QueueParameters.SPECS;
    }

    @Override
    public void check(Parameters parameters) {
        QueueParameters.of(parameters);
    }

    @Override
    public List<String> inputs(String criterionId) {
        return QueueCriteria.INPUTS.getOrDefault(criterionId, List.of());
    }

    @Override
    public Measurer bind(ModuleContext context) {
        QueueParameters parameters = QueueParameters.of(context.parameters());
        return new QueueMeasurer(
                context.featureLayers(LayerKind.INTERCONNECTION_QUEUE),
                context.featureLayers(LayerKind.BOUNDARY),
                new LoadWaits(
                        context.featureLayers(LayerKind.LOAD_WAIT),
                        context.request().requestedLoadMw()),
                context.evaluationDate(),
                context.request().requestedLoadMw(),
                parameters,
                context::isWanted);
    }
}
