package org.headroom.layers.format.geoparquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.PrimitiveType;

/**
 * A column of plain values.
 *
 * @param name its name
 * @param leaf its place among all columns of a row group that hold values
 * @param type its type on the disk
 * @param cells what makes values of it
 */
record LeafColumn(String name, int leaf, PrimitiveType type, CellReader cells) {
    /** 1 where values may be missing, else 0. */
    int maxLevel() {
        return type.isRepetition(PrimitiveType.Repetition.REQUIRED) ? 0 : 1;
    }

    ColumnDescriptor descriptor() {
        return new ColumnDescriptor(new String[] {name}, type, 0, maxLevel());
    }

    /** The fewest bytes that a value takes in a dictionary. */
    int leastBytes() {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> 1;
            case INT32, FLOAT, BINARY -> 4;
            case INT64, DOUBLE -> 8;
            case INT96 -> 12;
            case FIXED_LEN_BYTE_ARRAY -> type.getTypeLength();
        };
    }

    /** As messages name it. */
    String where() {
        return "column \"" + name + "\"";
    }
}
