package org.headroom.layers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.headroom.columns.ColumnBytes;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriter;
import org.headroom.layers.column.FeatureColumns;
import org.headroom.layers.column.FeatureWriter;
import org.headroom.layers.column.RepeatKey;
import org.headroom.model.DataIssue;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Takes out what several layers of one kind tell twice at one place: the first in the order of the layers counts. */
public final class LayerRepeats {
    private final Map<String, DefaultFeatureLayer> firstOf = new HashMap<>();

    private final UnaryOperator<String> fileOf;

    private LayerRepeats(UnaryOperator<String> fileOf) {
        this.fileOf = fileOf;
    }

    /**
     * The layers in their order, those with repeats without them and with an issue for each.
     *
     * @param fileOf gives the source file of a layer by its id, for the issues
     */
    public static List<LoadedLayer> removed(List<LoadedLayer> layers, UnaryOperator<String> fileOf) {
        LayerRepeats repeats = new LayerRepeats(fileOf);
        List<LoadedLayer> without = new ArrayList<>();
        for (LoadedLayer loaded : layers) {
            LayerKind kind = loaded.layer().kind();
            boolean isShared = layers.stream()
                            .filter(other -> other.layer().kind().equals(kind))
                            .count()
                    > 1;
            // Areas that stand in two layers do no harm, and others are joined to them.
            boolean counts = !kind.identity().isEmpty() && !kind.equals(LayerKind.BOUNDARY);
            without.add(
                    isShared && counts && loaded.layer() instanceof DefaultFeatureLayer layer
                            ? repeats.without(loaded, layer)
                            : loaded);
        }
        return without;
    }

    private LoadedLayer without(LoadedLayer loaded, DefaultFeatureLayer layer) {
        List<LayerField> identity = layer.kind().identity().stream()
                .map(name -> layer.kind().findField(name).orElseThrow())
                .filter(field -> layer.hasField(field.name()))
                .toList();
        if (identity.isEmpty()
                || !identity.get(0).name().equals(layer.kind().identity().get(0))) {
            return loaded;
        }
        // Layers that are told by other fields are not compared.
        RepeatKey key = new RepeatKey(
                layer.kind().id() + identity.stream().map(LayerField::name).toList());
        BitSet repeated = new BitSet();
        List<DataIssue> issues = new ArrayList<>(loaded.issues());
        @Nullable String[] ids = layer.texts(identity.get(0).name());
        for (int record = 0; record < layer.size(); record++) {
            if (ids[record] == null) {
                continue;
            }
            DefaultFeatureLayer first = firstOf.putIfAbsent(key(key, layer, identity, record), layer);
            if (first != null && first != layer) {
                repeated.set(record);
                issues.add(new DataIssue(
                        DataIssue.Effect.SKIPPED,
                        layer.id(),
                        fileOf.apply(layer.id()),
                        layer.recordNumber(record),
                        layer.recordId(record),
                        identity.get(0).name(),
                        String.valueOf(ids[record]),
                        "it repeats a record of layer " + first.id() + ", which counts",
                        layer.longitude(record),
                        layer.latitude(record)));
            }
        }
        if (repeated.isEmpty()) {
            return loaded;
        }
        LayerCounts counts = loaded.counts();
        int left = repeated.cardinality();
        return new LoadedLayer(
                copy(layer, repeated),
                new LayerCounts(counts.read(), counts.used() - left, counts.skipped() + left, counts.filtered()),
                issues);
    }

    private static String key(RepeatKey key, DefaultFeatureLayer layer, List<LayerField> identity, int record) {
        for (LayerField field : identity) {
            switch (field.type()) {
                case NUMBER -> key.add(layer.numbers(field.name())[record]);
                case TEXT -> key.add(layer.texts(field.name())[record]);
                case DATE -> key.add(layer.dates(field.name())[record]);
            }
        }
        return key.at(layer.longitude(record), layer.latitude(record));
    }

    private static DefaultFeatureLayer copy(DefaultFeatureLayer layer, BitSet left) {
        List<LayerField> fields = layer.kind().fields().stream()
                .filter(field -> layer.hasField(field.name()))
                .toList();
        ColumnStore store = ColumnStore.memory();
        Map<Integer, Integer> areas = new HashMap<>();
        int size;
        try (FeatureWriter out = new FeatureWriter(store, fields, true)) {
            for (int record = left.nextClearBit(0); record < layer.size(); record = left.nextClearBit(record + 1)) {
                for (int i = 0; i < fields.size(); i++) {
                    String name = fields.get(i).name();
                    FieldType type = fields.get(i).type();
                    if (type == FieldType.NUMBER) {
                        out.putNumber(i, layer.numbers(name)[record]);
                    } else if (type == FieldType.TEXT) {
                        out.putText(i, layer.texts(name)[record]);
                    } else {
                        out.putDate(i, layer.dates(name)[record]);
                    }
                }
                Geometry area = layer.area(record);
                int geometry =
                        area == null ? -1 : areas.computeIfAbsent(layer.areaNumber(record), n -> out.putGeometry(area));
                out.endRecord(
                        layer.recordNumber(record),
                        layer.recordId(record),
                        layer.longitude(record),
                        layer.latitude(record),
                        geometry);
            }
            size = out.size();
        }
        Map<String, ColumnBytes> columns = store.written().stream()
                .collect(Collectors.toMap(ColumnWriter::name, writer -> store.open(writer.name())));
        return new DefaultFeatureLayer(layer.info(), new FeatureColumns(size, columns));
    }
}
