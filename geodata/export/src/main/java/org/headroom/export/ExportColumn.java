package org.headroom.export;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link RankedTable}, read row by row in rank order. Accessors are called for rows of the loaded window only, may
 * be called more than once for a row, must give the same value each time, and must be safe to call from several threads.
 *
 * <p>A shapefile's fields have fixed widths, so the writer must know the range of a column before it writes the first row. A column
 * that says its range ({@code holding}) need not be read for that. A value outside of what was said is a defect of the table's
 * maker: the writer stops with an {@link IllegalStateException} that names the column, and leaves no file.
 */
public sealed interface ExportColumn {
    /** What {@link IntegerColumn} and {@link DateColumn} hold where there is no value. */
    long MISSING = Long.MIN_VALUE;

    /** Code of a {@link CodedColumn} where there is no text. */
    int NO_CODE = -1;

    /** Long name: lower camel case with the unit as suffix, letters and digits; the name in GeoPackage. */
    String name();

    /** Unit as people write it, {@code 1} for texts, dates and plain numbers. */
    String unit();

    /** One sentence for the GIS user. */
    String description();

    /** How the column is wanted in shapefiles. */
    DbfForm dbf();

    /** The same column with another form in shapefiles. */
    ExportColumn withDbf(DbfForm form);

    /** A text; the accessor gives null where there is none. In shapefiles an empty text and no text are the same. */
    static TextColumn text(String name, String unit, String description, IntFunction<@Nullable String> value) {
        return new TextColumn(name, unit, description, DbfForm.ANY, value, TextColumn.UNKNOWN);
    }

    /**
     * A text that is UTF-8 at its source, for columns in which nearly every row has a text of its own.
     *
     * @param longestBytes length of the longest text, from 0
     */
    static Utf8Column utf8(String name, String unit, String description, int longestBytes, Utf8Source value) {
        return new Utf8Column(name, unit, description, DbfForm.ANY, longestBytes, value);
    }

    /**
     * A text out of a few. The field of a shapefile is as wide as the longest of them.
     *
     * @param code place of the row's text in {@code texts}, or {@link #NO_CODE}
     */
    static CodedColumn coded(String name, String unit, String description, List<String> texts, IntUnaryOperator code) {
        return new CodedColumn(name, unit, description, DbfForm.ANY, texts, code);
    }

    /** A number with the decimals that a shapefile shows, 0 to 15; NaN where there is none. GeoPackage keeps all its digits. */
    static NumberColumn number(String name, String unit, String description, int decimals, IntToDoubleFunction value) {
        return new NumberColumn(name, unit, description, DbfForm.ANY, decimals, value, null);
    }

    /** A whole number; {@link #MISSING} where there is none. */
    static IntegerColumn integer(String name, String unit, String description, IntToLongFunction value) {
        return new IntegerColumn(name, unit, description, DbfForm.ANY, value, null);
    }

    /** A day as days since 1970-01-01, years 1 to 9999; {@link #MISSING} where there is none. */
    static DateColumn date(String name, String unit, String description, IntToLongFunction epochDay) {
        return new DateColumn(name, unit, description, DbfForm.ANY, epochDay, null);
    }

    /**
     * See {@link ExportColumn#text}.
     *
     * @param longestBytes length of the longest text in bytes of UTF-8, or {@link #UNKNOWN}
     */
    record TextColumn(
            String name,
            String unit,
            String description,
            DbfForm dbf,
            IntFunction<@Nullable String> value,
            int longestBytes)
            implements ExportColumn {
        public static final int UNKNOWN = -1;

        public TextColumn {
            ColumnChecks.checkName(name);
        }

        /** @param longest length of the longest text in bytes of UTF-8; 0 when no row has one */
        public TextColumn holding(int longest) {
            ColumnChecks.checkLength(name, longest);
            return new TextColumn(name, unit, description, dbf, value, longest);
        }

        @Override
        public TextColumn withDbf(DbfForm form) {
            return new TextColumn(name, unit, description, form, value, longestBytes);
        }
    }

    /** See {@link ExportColumn#utf8}. */
    record Utf8Column(String name, String unit, String description, DbfForm dbf, int longestBytes, Utf8Source value)
            implements ExportColumn {
        public Utf8Column {
            ColumnChecks.checkName(name);
            ColumnChecks.checkLength(name, longestBytes);
        }

        /** Like {@link Utf8Source#copy}, with a check that the text is no longer than the column says. */
        int copy(int row, byte[] out) {
            try {
                int bytes = value.copy(row, out, 0);
                if (bytes <= longestBytes) {
                    return bytes;
                }
            } catch (IndexOutOfBoundsException e) {
                throw (IllegalStateException) tooLong(row).initCause(e);
            }
            throw tooLong(row);
        }

        private IllegalStateException tooLong(int row) {
            return ColumnChecks.unexpected(name, row, "a text of more than " + longestBytes + " bytes");
        }

        @Override
        public Utf8Column withDbf(DbfForm form) {
            return new Utf8Column(name, unit, description, form, longestBytes, value);
        }
    }

    /** See {@link ExportColumn#coded}. */
    record CodedColumn(
            String name, String unit, String description, DbfForm dbf, List<String> texts, IntUnaryOperator code)
            implements ExportColumn {
        public CodedColumn {
            ColumnChecks.checkName(name);
            texts = List.copyOf(texts);
        }

        /** Code of a row, with a check that there is such a text. */
        int checkedCode(int row) {
            int place = code.applyAsInt(row);
            if (place != NO_CODE && (place < 0 || place >= texts.size())) {
                throw ColumnChecks.unexpected(name, row, "code " + place);
            }
            return place;
        }

        @Override
        public CodedColumn withDbf(DbfForm form) {
            return new CodedColumn(name, unit, description, form, texts, code);
        }
    }

    /**
     * Ends of the values of a {@link NumberColumn}; both NaN when no row has a value.
     *
     * @param smallest as {@link Math#min} finds it, so -0.0 where the smallest values are -0.0 and 0.0
     */
    record NumberRange(double smallest, double largest) {}

    /** Ends of the values of an {@link IntegerColumn} or {@link DateColumn}; both {@link #MISSING} when no row has a value. */
    record WholeRange(long smallest, long largest) {}

    /** See {@link ExportColumn#number}. */
    record NumberColumn(
            String name,
            String unit,
            String description,
            DbfForm dbf,
            int decimals,
            IntToDoubleFunction value,
            @Nullable NumberRange range)
            implements ExportColumn {
        public NumberColumn {
            ColumnChecks.checkName(name);
            ColumnChecks.checkDecimals(name, decimals);
        }

        /** See {@link NumberRange}. */
        public NumberColumn holding(double smallest, double largest) {
            ColumnChecks.checkRange(name, smallest, largest);
            return new NumberColumn(name, unit, description, dbf, decimals, value, new NumberRange(smallest, largest));
        }

        @Override
        public NumberColumn withDbf(DbfForm form) {
            return new NumberColumn(name, unit, description, form, decimals, value, range);
        }
    }

    /** See {@link ExportColumn#integer}. */
    record IntegerColumn(
            String name,
            String unit,
            String description,
            DbfForm dbf,
            IntToLongFunction value,
            @Nullable WholeRange range)
            implements ExportColumn {
        public IntegerColumn {
            ColumnChecks.checkName(name);
        }

        /** See {@link WholeRange}. */
        public IntegerColumn holding(long smallest, long largest) {
            ColumnChecks.checkRange(name, smallest, largest);
            return new IntegerColumn(name, unit, description, dbf, value, new WholeRange(smallest, largest));
        }

        @Override
        public IntegerColumn withDbf(DbfForm form) {
            return new IntegerColumn(name, unit, description, form, value, range);
        }
    }

    /** See {@link ExportColumn#date}. */
    record DateColumn(
            String name,
            String unit,
            String description,
            DbfForm dbf,
            IntToLongFunction epochDay,
            @Nullable WholeRange range)
            implements ExportColumn {
        public DateColumn {
            ColumnChecks.checkName(name);
        }

        /** See {@link WholeRange}. */
        public DateColumn holding(long smallest, long largest) {
            ColumnChecks.checkRange(name, smallest, largest);
            return new DateColumn(name, unit, description, dbf, epochDay, new WholeRange(smallest, largest));
        }

        @Override
        public DateColumn withDbf(DbfForm form) {
            return new DateColumn(name, unit, description, form, epochDay, range);
        }
    }
}
