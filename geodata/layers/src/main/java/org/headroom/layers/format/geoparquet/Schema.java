package org.headroom.layers.format.geoparquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file, from its schema, which lists a tree from its root down.
 *
 * @param columns those of plain values
 * @param nested names of those that are structures or lists, which are not read
 * @param shapes those that are marked as shapes by their type
 */
record Schema(List<LeafColumn> columns, List<String> nested, List<Shape> shapes) {
    private static final String WHERE = "its schema";

    /**
     * A column that is marked as shapes by its type.
     *
     * @param name its name
     * @param crs what it says of its reference system; empty when nothing
     * @param geodesic whether its edges are not straight
     */
    record Shape(String name, String crs, boolean geodesic) {}

    static Schema of(List<SchemaElement> tree) throws SourceException {
        Schema schema = new Schema(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            int at = 1;
            int leaf = 0;
            for (int left = tree.get(0).num_children; left > 0; left--) {
                SchemaElement column = tree.get(at++);
                if (column.num_children > 0) {
                    schema.nested.add(column.name);
                    for (long inner = column.num_children; inner > 0; inner--) {
                        int children = tree.get(at++).num_children;
                        inner += children;
                        leaf += children > 0 ? 0 : 1;
                    }
                } else if (column.repetition_type == FieldRepetitionType.REPEATED) {
                    schema.nested.add(column.name);
                    leaf++;
                } else {
                    schema.add(column, leaf++);
                }
            }
            return schema;
        } catch (RuntimeException e) {
            // A tree that does not add up ends in many ways.
            throw Damage.in(WHERE);
        }
    }

    private void add(SchemaElement column, int leaf) throws SourceException {
        Repetition repetition =
                column.repetition_type == FieldRepetitionType.REQUIRED ? Repetition.REQUIRED : Repetition.OPTIONAL;
        PrimitiveTypeName type = column.type == Type.BYTE_ARRAY
                ? PrimitiveTypeName.BINARY
                : PrimitiveTypeName.valueOf(column.type.name());
        if (column.type == Type.FIXED_LEN_BYTE_ARRAY && column.type_length < 1) {
            throw Damage.in(WHERE);
        }
        columns.add(new LeafColumn(
                column.name,
                leaf,
                new PrimitiveType(repetition, type, column.type_length, column.name),
                CellReaders.of(column)));
        LogicalType logical = column.logicalType;
        if (logical != null && logical.isSetGEOMETRY()) {
            shapes.add(new Shape(column.name, text(logical.getGEOMETRY().crs), false));
        } else if (logical != null && logical.isSetGEOGRAPHY()) {
            shapes.add(new Shape(column.name, text(logical.getGEOGRAPHY().crs), true));
        }
    }

    private static String text(@Nullable String crs) {
        return crs == null ? "" : crs;
    }
}
