package org.headroom.export.geoparquet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.RankedTable;

/**
 * A column of the file: its place in the schema, and how it fills a page.
 *
 * @param path names from the root on
 * @param type type of Parquet
 * @param isOptional whether a row may have no value
 * @param filler puts the values of rows into a page
 */
record Leaf(List<String> path, Type type, boolean isOptional, Filler filler) {
    static final String GEOMETRY = "geometry";
    static final String BBOX = "bbox";
    /** Sides of a box, in the order of GeoParquet. */
    static final List<String> SIDES = List.of("xmin", "ymin", "xmax", "ymax");

    private static final int WKB_POINT = 1;

    /** Puts the value of a row into a page, or none. */
    @FunctionalInterface
    interface Filler {
        void put(int row, Page page);
    }

    /** A column of the table. */
    static Leaf of(ExportColumn column) {
        List<String> path = List.of(column.name());
        if (column instanceof NumberColumn number) {
            return new Leaf(
                    path,
                    Type.DOUBLE,
                    true,
                    (row, page) -> page.putDouble(number.value().applyAsDouble(row)));
        } else if (column instanceof WholeColumn whole) {
            return whole.isDay()
                    ? new Leaf(
                            path,
                            Type.INT32,
                            true,
                            (row, page) -> page.putDay(whole.value().applyAsLong(row)))
                    : new Leaf(
                            path,
                            Type.INT64,
                            true,
                            (row, page) -> page.putWhole(whole.value().applyAsLong(row)));
        }
        return new Leaf(path, Type.BYTE_ARRAY, true, (row, page) -> page.putText(column.text(row)));
    }

    /** The point of a row, and the box round it. */
    static List<Leaf> ofPlace(RankedTable table) {
        List<Leaf> leaves = new ArrayList<>();
        IntToDoubleFunction x = table.longitude();
        IntToDoubleFunction y = table.latitude();
        leaves.add(new Leaf(
                List.of(GEOMETRY),
                Type.BYTE_ARRAY,
                false,
                (row, page) -> page.putPoint(WKB_POINT, x.applyAsDouble(row), y.applyAsDouble(row))));
        for (String side : SIDES) {
            IntToDoubleFunction value = side.startsWith("x") ? x : y;
            leaves.add(new Leaf(
                    List.of(BBOX, side), Type.DOUBLE, false, (row, page) -> page.putDouble(value.applyAsDouble(row))));
        }
        return leaves;
    }

    /** What the schema says of it. */
    SchemaElement element() {
        SchemaElement element = new SchemaElement(path.get(path.size() - 1));
        element.setType(type);
        element.setRepetition_type(isOptional ? FieldRepetitionType.OPTIONAL : FieldRepetitionType.REQUIRED);
        if (type == Type.BYTE_ARRAY && isOptional) {
            element.setLogicalType(LogicalType.STRING(new StringType()));
            element.setConverted_type(ConvertedType.UTF8);
        } else if (type == Type.INT32) {
            element.setLogicalType(LogicalType.DATE(new DateType()));
            element.setConverted_type(ConvertedType.DATE);
        }
        return element;
    }
}
