package org.headroom.export;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.headroom.export.ExportColumn.DateColumn;
import org.headroom.export.ExportColumn.IntegerColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.TextColumn;

/** How a column's values stand in a GeoPackage; a missing value is NULL. */
final class GeoPackageColumn {
    private GeoPackageColumn() {}

    /** The column type, one of those that GeoPackage allows. */
    static String type(ExportColumn column) {
        if (column instanceof TextColumn) {
            return "TEXT";
        } else if (column instanceof NumberColumn) {
            return "DOUBLE";
        } else if (column instanceof IntegerColumn) {
            return "INTEGER";
        }
        return "DATE";
    }

    static void bind(ExportColumn column, int row, PreparedStatement statement, int parameter) throws SQLException {
        if (column instanceof TextColumn text) {
            statement.setString(parameter, text.value().apply(row));
        } else if (column instanceof NumberColumn number) {
            double value = number.value().applyAsDouble(row);
            if (Double.isNaN(value)) {
                statement.setNull(parameter, Types.DOUBLE);
            } else {
                statement.setDouble(parameter, value);
            }
        } else if (column instanceof IntegerColumn integer) {
            bindLong(integer.value().applyAsLong(row), statement, parameter);
        } else if (column instanceof DateColumn date) {
            long day = date.epochDay().applyAsLong(row);
            statement.setString(
                    parameter,
                    day == ExportColumn.MISSING
                            ? null
                            : LocalDate.ofEpochDay(day).toString());
        }
    }

    private static void bindLong(long value, PreparedStatement statement, int parameter) throws SQLException {
        if (value == ExportColumn.MISSING) {
            statement.setNull(parameter, Types.BIGINT);
        } else {
            statement.setLong(parameter, value);
        }
    }
}
