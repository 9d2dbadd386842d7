package org.headroom.export;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.DateColumn;
import org.headroom.export.ExportColumn.IntegerColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.TextColumn;
import org.headroom.export.ExportColumn.Utf8Column;
import org.jspecify.annotations.Nullable;

/**
 * How a column's values stand in a GeoPackage; a missing value is NULL. Not safe for several threads.
 *
 * @param scratch room for a text of UTF-8; used again for each row
 */
record GeoPackageColumn(ExportColumn column, byte[] scratch) {
    static GeoPackageColumn of(ExportColumn column) {
        return new GeoPackageColumn(column, new byte[column instanceof Utf8Column utf8 ? utf8.longestBytes() : 0]);
    }

    /** The column type, one of those that GeoPackage allows. */
    static String type(ExportColumn column) {
        if (column instanceof NumberColumn) {
            return "DOUBLE";
        } else if (column instanceof IntegerColumn) {
            return "INTEGER";
        } else if (column instanceof DateColumn) {
            return "DATE";
        }
        return "TEXT";
    }

    void bind(int row, PreparedStatement statement, int parameter) throws SQLException {
        if (column instanceof NumberColumn number) {
            double value = number.value().applyAsDouble(row);
            if (Double.isNaN(value)) {
                statement.setNull(parameter, Types.DOUBLE);
            } else {
                statement.setDouble(parameter, value);
            }
        } else if (column instanceof IntegerColumn integer) {
            bindLong(integer.value().applyAsLong(row), statement, parameter);
        } else {
            statement.setString(parameter, text(row));
        }
    }

    private @Nullable String text(int row) {
        if (column instanceof TextColumn text) {
            return text.value().apply(row);
        } else if (column instanceof CodedColumn coded) {
            int code = coded.checkedCode(row);
            return code == ExportColumn.NO_CODE ? null : coded.texts().get(code);
        } else if (column instanceof Utf8Column utf8) {
            int bytes = utf8.copy(row, scratch);
            return bytes == Utf8Source.NONE ? null : new String(scratch, 0, bytes, StandardCharsets.UTF_8);
        } else if (column instanceof DateColumn date) {
            long day = date.epochDay().applyAsLong(row);
            return day == ExportColumn.MISSING
                    ? null
                    : LocalDate.ofEpochDay(day).toString();
        }
        throw new IllegalStateException("no text in " + column.getClass());
    }

    private static void bindLong(long value, PreparedStatement statement, int parameter) throws SQLException {
        if (value == ExportColumn.MISSING) {
            statement.setNull(parameter, Types.BIGINT);
        } else {
            statement.setLong(parameter, value);
        }
    }
}
