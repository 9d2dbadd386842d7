package org.headroom.layers;

import java.util.List;
import java.util.Optional;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.descriptor.SourceSpec;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.format.RasterFormat;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code *.layer.yaml} file says about a source. Immutable.
 *
 * @param id layer id
 * @param kind what the layer is about
 * @param title title for people; the id when not given
 * @param source file and origin
 * @param crs reference system that overrides the file's; null when not given
 * @param where ECQL condition over source columns; null when not given
 * @param numbers how numbers are written where a field does not say otherwise; null for plain ones
 * @param geometry where records lie
 * @param idColumn column with the record's id; null for the record number
 * @param fields how fields are filled, in the order of the kind's fields
 * @param badRecordLimitFraction share of skipped records beyond which the layer is refused
 * @param file file name of the descriptor, for messages
 * @param digest SHA-256 of the descriptor's bytes, hexadecimal
 */
public record LayerDescriptor(
        String id,
        LayerKind kind,
        String title,
        SourceSpec source,
        @Nullable String crs,
        @Nullable String where,
        @Nullable NumberForm numbers,
        GeometrySpec geometry,
        @Nullable String idColumn,
        List<FieldMapping> fields,
        double badRecordLimitFraction,
        String file,
        String digest) {
    public LayerDescriptor {
        fields = List.copyOf(fields);
    }

    /** How the numbers of a source column are written: as the first field that is read from it says, else as the layer says; null for plain. */
    @Nullable
    NumberForm numberForm(String column) {
        return fields.stream()
                .filter(field -> field.columns().contains(column))
                .findFirst()
                .map(FieldMapping::numbers)
                .orElse(numbers);
    }

    /** Whether it is a grid; else it has records. */
    public boolean isRaster() {
        return source.format() instanceof RasterFormat;
    }

    /** The layer whose areas this one borrows; empty when it joins none. It must be loaded first. */
    public Optional<String> joinedLayer() {
        return geometry.place() == GeometrySpec.Place.JOIN ? Optional.of(geometry.joinLayer()) : Optional.empty();
    }
}
