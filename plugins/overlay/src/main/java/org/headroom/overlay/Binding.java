package org.headroom.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.UnknownReason;
import org.headroom.overlay.record.FieldValues;
import org.headroom.overlay.record.Records;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Coverage;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.FieldCondition;
import org.headroom.spi.Layer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.RasterLayer;
import org.jspecify.annotations.Nullable;

/**
 * Binds declared criteria to the layers of a run. What criteria have in common (records that meet the same conditions, what is known, places of words among
 * labels) is made once. Used by one thread.
 */
final class Binding {
    private final ModuleContext context;
    private final Map<List<Object>, Records> records = new HashMap<>();
    private final Map<List<Object>, Known> coverages = new HashMap<>();
    private final Map<List<Object>, double[]> places = new HashMap<>();

    Binding(ModuleContext context) {
        this.context = context;
    }

    /**
     * The measurer of a criterion. Of its layers those count that the project has and that are of the form it needs; without any, every site is
     * UNKNOWN with NO_LAYER, as it is without the layer that says what is known. Where all lack the field, every site is UNKNOWN with FIELD_MISSING;
     * where some do, their records have no value.
     */
    CriterionMeasurer bind(DeclaredCriterion declared) {
        return declared.measure().isRaster() ? raster(declared) : features(declared);
    }

    private CriterionMeasurer raster(DeclaredCriterion declared) {
        List<RasterLayer> layers = find(declared.layers(), RasterLayer.class);
        if (layers.isEmpty()) {
            return unknown(UnknownReason.NO_LAYER);
        }
        List<RasterSource> sources = new ArrayList<>();
        String field = declared.field();
        if (field != null && !declared.criterion().isCategory()) {
            layers.forEach(
                    layer -> layer.findBand(field).ifPresent(band -> sources.add(new RasterSource(layer, band))));
        }
        if (sources.isEmpty()) {
            return unknown(UnknownReason.FIELD_MISSING);
        }
        return declared.measure() == DeclaredCriterion.Measure.RASTER_VALUE
                ? new RasterValueMeasurer(declared, sources)
                : new RasterStatisticMeasurer(declared, sources);
    }

    private CriterionMeasurer features(DeclaredCriterion declared) {
        List<FeatureLayer> layers = find(declared.layers(), FeatureLayer.class);
        Optional<Known> found = known(declared.coverage(), layers);
        if (layers.isEmpty() || found.isEmpty()) {
            return unknown(UnknownReason.NO_LAYER);
        }
        boolean isAnyWithField = layers.stream().anyMatch(layer -> FieldValues.has(layer, declared));
        if (declared.measure().readsField() && !isAnyWithField) {
            return unknown(UnknownReason.FIELD_MISSING);
        }
        Sources sources = sources(declared, layers);
        Known known = found.get();
        return switch (declared.measure()) {
            case DISTANCE_TO -> new DistanceMeasurer(declared, sources, known);
            case COUNT_WITHIN, SUM_WITHIN -> new WithinMeasurer(declared, sources, known);
            case VALUE_AT_NEAREST -> new NearestValueMeasurer(declared, sources, known);
            case VALUE_AT -> new AreaValueMeasurer(declared, sources, known);
            case SHARE_COVERED -> new ShareMeasurer(declared, sources, known);
            case RASTER_VALUE, RASTER_STATISTIC -> throw new IllegalStateException("reads grids");
        };
    }

    private Sources sources(DeclaredCriterion declared, List<FeatureLayer> layers) {
        List<Source> sources = new ArrayList<>();
        for (FeatureLayer layer : layers) {
            sources.add(new Source(records(layer, declared.where()), values(layer, declared), sources.size()));
        }
        return new Sources(sources);
    }

    private Records records(FeatureLayer layer, List<FieldCondition> where) {
        return records.computeIfAbsent(List.of(layer.id(), where), key -> new Records(layer, where));
    }

    private double @Nullable [] values(FeatureLayer layer, DeclaredCriterion declared) {
        String field = declared.field();
        if (field == null || !declared.measure().readsField() || !FieldValues.has(layer, declared)) {
            return null;
        }
        List<String> labels = declared.criterion().labels();
        return labels.isEmpty()
                ? layer.numbers(field)
                : places.computeIfAbsent(
                        List.of(layer.id(), field, labels), key -> FieldValues.places(layer, field, labels));
    }

    private Optional<Known> known(Coverage coverage, List<FeatureLayer> layers) {
        String id = coverage.layer();
        return switch (coverage.extent()) {
            case EVERYWHERE -> Optional.of(Known.everywhere());
            case RECORDS ->
                Optional.of(coverages.computeIfAbsent(
                        layers.stream().<Object>map(Layer::id).toList(), key -> Known.box(layers)));
            case LAYER ->
                find(id == null ? List.of() : List.of(id), FeatureLayer.class).stream()
                        .findFirst()
                        .map(layer -> coverages.computeIfAbsent(
                                List.of(coverage.extent(), layer.id()), key -> Known.areas(layer)));
        };
    }

    private <T extends Layer> List<T> find(List<String> ids, Class<T> type) {
        return ids.stream()
                .distinct()
                .flatMap(id -> context.findLayer(id).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static CriterionMeasurer unknown(UnknownReason reason) {
        return (sites, column) -> {
            for (int site = 0; site < sites.size(); site++) {
                column.setUnknown(site, reason);
            }
        };
    }
}
