package org.headroom.export;

import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.DateColumn;
import org.headroom.export.ExportColumn.IntegerColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.TextColumn;
import org.headroom.export.ExportColumn.Utf8Column;

/** Finds the width that holds every value of a column, from what the column says or else from its values. */
sealed interface FieldPlan
        permits CodedFieldPlan, DateFieldPlan, NumberFieldPlan, TextFieldPlan, Utf8FieldPlan, WholeFieldPlan {
    /** Whether {@link #read} must see all rows before {@link #field} is called. */
    boolean needsRows();

    /** Looks at the values of rows {@code from} to {@code to} exclusive; consecutive calls cover the table. */
    void read(int from, int to);

    /** The field; what it cannot hold is added to {@code refusals}. */
    DbfField field(String dbfName, Refusals refusals);

    static FieldPlan of(ExportColumn column) {
        if (column instanceof TextColumn text) {
            return new TextFieldPlan(text);
        } else if (column instanceof Utf8Column utf8) {
            return new Utf8FieldPlan(utf8);
        } else if (column instanceof CodedColumn coded) {
            return new CodedFieldPlan(coded);
        } else if (column instanceof NumberColumn number) {
            return new NumberFieldPlan(number);
        } else if (column instanceof IntegerColumn integer) {
            return new WholeFieldPlan(integer);
        } else if (column instanceof DateColumn date) {
            return new DateFieldPlan(date);
        }
        throw new IllegalStateException("no DBF field for " + column.getClass());
    }
}
