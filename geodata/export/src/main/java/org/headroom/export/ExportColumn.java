package org.headroom.export;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link RankedTable}, read row by row in rank order. Accessors are called for rows of the loaded window only, may
 * be called more than once for a row, must give the same value each time, and must be safe to call from several threads.
 *
 * <p>A shapefile's fields have fixed widths, so a column must say its range ({@code holding}, or the length of the longest text) to be
 * written to one. A value outside of what was said is a defect of the table's
 * maker: the writer stops with an {@link IllegalStateException} that names the column, and leaves no file.
 */
public sealed interface ExportColumn {
    /** What a {@link WholeColumn} holds where there is no value. */
    long MISSING = Long.MIN_VALUE;

    /** Code of a {@link CodedColumn} where there is no text. */
    int NO_CODE = -1;

    /** What the column is called and how it is wanted. */
    Heading heading();

    /** The same column under another heading. */
    ExportColumn with(Heading heading);

    /** The value of a row as a text, a number with its decimals and a day as YYYY-MM-DD; null where there is none. */
    @Nullable
    String text(int row);

    /** Long name: lower camel case with the unit as suffix, letters and digits; the name in GeoPackage. */
    default String name() {
        return heading().name();
    }

    /** The long name, with its unit where it has one. */
    default String title() {
        String unit = heading().unit();
        return unit.equals("1") || unit.isEmpty() ? name() : name() + " [" + unit + "]";
    }

    /** The same column with another form in shapefiles. */
    default ExportColumn withDbf(DbfForm form) {
        return with(new Heading(name(), heading().unit(), heading().description(), form));
    }

    /** For a value that the table said its column does not hold. */
    default IllegalStateException unexpected(int row, String value) {
        return new IllegalStateException("column " + name() + ", row " + (row + 1L) + ": " + value
                + " is not among what the table said that the column holds");
    }

    /** A text whose length is not known beforehand, so not for shapefiles; the accessor gives null where there is none. */
    static TextColumn text(String name, String unit, String description, IntFunction<@Nullable String> value) {
        return new TextColumn(Heading.of(name, unit, description), value);
    }

    /**
     * A text that is UTF-8 at its source, for columns in which nearly every row has a text of its own. In shapefiles an empty text and no text
     * are the same.
     *
     * @param longestBytes length of the longest text, from 0
     */
    static Utf8Column utf8(String name, String unit, String description, int longestBytes, Utf8Source value) {
        return new Utf8Column(Heading.of(name, unit, description), longestBytes, value);
    }

    /**
     * A text out of a few. The field of a shapefile is as wide as the longest of them.
     *
     * @param code place of the row's text in {@code texts}, or {@link #NO_CODE}
     */
    static CodedColumn coded(String name, String unit, String description, List<String> texts, IntUnaryOperator code) {
        return new CodedColumn(Heading.of(name, unit, description), texts, code);
    }

    /** A number with the decimals that a shapefile shows, 0 to 15; NaN where there is none. GeoPackage keeps all its digits. */
    static NumberColumn number(String name, String unit, String description, int decimals, IntToDoubleFunction value) {
        return new NumberColumn(Heading.of(name, unit, description), decimals, value, null);
    }

    /** A whole number; {@link #MISSING} where there is none. */
    static WholeColumn integer(String name, String unit, String description, IntToLongFunction value) {
        return new WholeColumn(Heading.of(name, unit, description), value, false, null);
    }

    /** A day as days since 1970-01-01, years 1 to 9999; {@link #MISSING} where there is none. */
    static WholeColumn date(String name, String unit, String description, IntToLongFunction epochDay) {
        return new WholeColumn(Heading.of(name, unit, description), epochDay, true, null);
    }

    /**
     * What every column says of itself.
     *
     * @param name see {@link ExportColumn#name}
     * @param unit unit as people write it, {@code 1} for texts, dates and plain numbers
     * @param description one sentence for the GIS user
     * @param dbf how the column is wanted in shapefiles
     */
    record Heading(String name, String unit, String description, DbfForm dbf) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
        /** Columns that GeoPackage adds by itself. */
        private static final Set<String> RESERVED = Set.of("fid", "geom");

        public Heading {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("column name \"" + name
                        + "\" is not a letter followed by at most 62 letters, digits or underscores");
            }
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "column name \"" + name + "\" is kept for the GeoPackage's own column");
            }
        }

        private static Heading of(String name, String unit, String description) {
            return new Heading(name, unit, description, DbfForm.ANY);
        }

        private IllegalArgumentException badRange(Number smallest, Number largest) {
            return new IllegalArgumentException(
                    "column " + name + ": " + smallest + " to " + largest + " is not a range of values");
        }
    }

    /** See {@link ExportColumn#text(String, String, String, IntFunction)}. */
    record TextColumn(Heading heading, IntFunction<@Nullable String> value) implements ExportColumn {
        @Override
        public TextColumn with(Heading other) {
            return new TextColumn(other, value);
        }

        @Override
        public @Nullable String text(int row) {
            return value.apply(row);
        }
    }

    /** See {@link ExportColumn#utf8}. */
    record Utf8Column(Heading heading, int longestBytes, Utf8Source value) implements ExportColumn {
        public Utf8Column {
            if (longestBytes < 0) {
                throw new IllegalArgumentException(
                        "column " + heading.name() + ": its longest text cannot have " + longestBytes + " bytes");
            }
        }

        /** Like {@link Utf8Source#copy}, with a check that the text is no longer than the column says. */
        public int copy(int row, byte[] out) {
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
            return unexpected(row, "a text of more than " + longestBytes + " bytes");
        }

        @Override
        public Utf8Column with(Heading other) {
            return new Utf8Column(other, longestBytes, value);
        }

        @Override
        public @Nullable String text(int row) {
            byte[] text = new byte[longestBytes];
            int bytes = copy(row, text);
            return bytes == Utf8Source.NONE ? null : new String(text, 0, bytes, StandardCharsets.UTF_8);
        }
    }

    /** See {@link ExportColumn#coded}. */
    record CodedColumn(Heading heading, List<String> texts, IntUnaryOperator code) implements ExportColumn {
        public CodedColumn {
            texts = List.copyOf(texts);
        }

        /** Code of a row, with a check that there is such a text. */
        public int checkedCode(int row) {
            int place = code.applyAsInt(row);
            if (place != NO_CODE && (place < 0 || place >= texts.size())) {
                throw unexpected(row, "code " + place);
            }
            return place;
        }

        @Override
        public CodedColumn with(Heading other) {
            return new CodedColumn(other, texts, code);
        }

        @Override
        public @Nullable String text(int row) {
            int place = checkedCode(row);
            return place == NO_CODE ? null : texts.get(place);
        }
    }

    /**
     * Ends of the values of a {@link NumberColumn}; both NaN when no row has a value.
     *
     * @param smallest as {@link Math#min} finds it, so -0.0 where the smallest values are -0.0 and 0.0
     */
    record NumberRange(double smallest, double largest) {}

    /** See {@link ExportColumn#number}. */
    record NumberColumn(
            Heading heading,
            int decimals,
            IntToDoubleFunction value,
            @Nullable NumberRange range) implements ExportColumn {
        public NumberColumn {
            if (decimals < 0 || decimals > FixedDecimal.MAX_DECIMALS) {
                throw new IllegalArgumentException("column " + heading.name() + ": " + decimals
                        + " decimals are not between 0 and " + FixedDecimal.MAX_DECIMALS);
            }
        }

        /** See {@link NumberRange}. */
        public NumberColumn holding(double smallest, double largest) {
            if (!(smallest <= largest) && !(Double.isNaN(smallest) && Double.isNaN(largest))) {
                throw heading.badRange(smallest, largest);
            }
            return new NumberColumn(heading, decimals, value, new NumberRange(smallest, largest));
        }

        @Override
        public NumberColumn with(Heading other) {
            return new NumberColumn(other, decimals, value, range);
        }

        @Override
        public @Nullable String text(int row) {
            double number = value.applyAsDouble(row);
            return Double.isNaN(number) ? null : FixedDecimal.toString(number, decimals);
        }
    }

    /** Ends of the values of a {@link WholeColumn}; both {@link #MISSING} when no row has a value. */
    record WholeRange(long smallest, long largest) {}

    /**
     * See {@link ExportColumn#integer} and {@link ExportColumn#date}.
     *
     * @param isDay whether the numbers are days since 1970-01-01
     */
    record WholeColumn(
            Heading heading,
            IntToLongFunction value,
            boolean isDay,
            @Nullable WholeRange range) implements ExportColumn {
        /** See {@link WholeRange}. */
        public WholeColumn holding(long smallest, long largest) {
            if (smallest > largest || (smallest == MISSING && largest != MISSING)) {
                throw heading.badRange(smallest, largest);
            }
            return new WholeColumn(heading, value, isDay, new WholeRange(smallest, largest));
        }

        @Override
        public WholeColumn with(Heading other) {
            return new WholeColumn(other, value, isDay, range);
        }

        @Override
        public @Nullable String text(int row) {
            long number = value.applyAsLong(row);
            return number == MISSING
                    ? null
                    : isDay ? LocalDate.ofEpochDay(number).toString() : Long.toString(number);
        }
    }
}
