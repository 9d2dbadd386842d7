package org.headroom.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.LayerKind;
import org.headroom.model.LoadRequest;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.Parameter;
import org.headroom.spi.Parameters;
import org.headroom.spi.RasterLayer;

/** A run's surroundings made in a test. Immutable. */
public final class MemoryContext implements ModuleContext {
    private final LocalDate evaluationDate;
    private final LoadRequest request;
    private final Parameters parameters;
    private final List<Layer> layers;

    private MemoryContext(Builder builder) {
        evaluationDate = builder.evaluationDate;
        request = builder.request;
        parameters = new Parameters(builder.parameters.values());
        layers = List.copyOf(builder.layers);
    }

    /** Starts a context on 2026-05-01 for a data centre of 100 MW, without parameters and layers. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public LocalDate evaluationDate() {
        return evaluationDate;
    }

    @Override
    public LoadRequest request() {
        return request;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public List<FeatureLayer> featureLayers(LayerKind kind) {
        return layers(kind, FeatureLayer.class);
    }

    @Override
    public List<RasterLayer> rasterLayers(LayerKind kind) {
        return layers(kind, RasterLayer.class);
    }

    @Override
    public Optional<Layer> findLayer(String id) {
        return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    private <T extends Layer> List<T> layers(LayerKind kind, Class<T> type) {
        return layers.stream()
                .filter(layer -> layer.kind().equals(kind) && type.isInstance(layer))
                .map(type::cast)
                .toList();
    }

    /** Collects the parts of a {@link MemoryContext}. */
    public static final class Builder {
        private LocalDate evaluationDate = LocalDate.of(2026, 5, 1);
        private LoadRequest request = new LoadRequest("data_center", 100);
        private final Map<String, Parameter> parameters = new LinkedHashMap<>();
        private final List<Layer> layers = new ArrayList<>();

        private Builder() {}

        public Builder evaluationDate(LocalDate value) {
            evaluationDate = value;
            return this;
        }

        public Builder request(String sector, double requestedLoadMw) {
            return request(new LoadRequest(sector, requestedLoadMw));
        }

        /** What is to be connected, perhaps with a ramp. */
        public Builder request(LoadRequest asked) {
            request = asked;
            return this;
        }

        /** Gives a number parameter; a second value for the same id replaces the first. */
        public Builder number(String id, double value) {
            return numbers(id, value);
        }

        /** Gives a list parameter. */
        public Builder numbers(String id, double... values) {
            List<Double> list = Arrays.stream(values).boxed().toList();
            parameters.put(id, new Parameter(id, list, "", "1", "2026", "test", true));
            return this;
        }

        /** Gives a text parameter. */
        public Builder text(String id, String value) {
            parameters.put(id, new Parameter(id, List.of(), value, "1", "2026", "test", true));
            return this;
        }

        /** Adds a layer; ordinals must differ. */
        public Builder layer(Layer layer) {
            for (Layer other : layers) {
                if (other.ordinal() == layer.ordinal()) {
                    throw new IllegalArgumentException("layers " + other.id() + " and " + layer.id()
                            + " have the same ordinal " + layer.ordinal());
                }
            }
            layers.add(layer);
            return this;
        }

        public MemoryContext build() {
            return new MemoryContext(this);
        }
    }
}
