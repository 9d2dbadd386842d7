package org.headroom.export;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link RankedTable}, read row by row in rank order. Accessors are called more than once for a row (the
 * writers look at all values before they write any), must give the same value each time, and must be safe to call from
 * several threads.
 */
public sealed interface ExportColumn {
    /** What {@link IntegerColumn} and {@link DateColumn} hold where there is no value. */
    long MISSING = Long.MIN_VALUE;

    /** Long name: lower camel case with the unit as suffix, letters and digits; the name in GeoPackage. */
    String name();

    /** Unit as people write it, {@code 1} for texts, dates and plain numbers. */
    String unit();

    /** One sentence for the GIS user. */
    String description();

    /** A text; the accessor gives null where there is none. In shapefiles an empty text and no text are the same. */
    static ExportColumn text(String name, String unit, String description, IntFunction<@Nullable String> value) {
        return new TextColumn(name, unit, description, value);
    }

    /** A number with the decimals that a shapefile shows, 0 to 15; NaN where there is none. GeoPackage keeps all its digits. */
    static ExportColumn number(String name, String unit, String description, int decimals, IntToDoubleFunction value) {
        return new NumberColumn(name, unit, description, decimals, value);
    }

    /** A whole number; {@link #MISSING} where there is none. */
    static ExportColumn integer(String name, String unit, String description, IntToLongFunction value) {
        return new IntegerColumn(name, unit, description, value);
    }

    /** A day as days since 1970-01-01, years 1 to 9999; {@link #MISSING} where there is none. */
    static ExportColumn date(String name, String unit, String description, IntToLongFunction epochDay) {
        return new DateColumn(name, unit, description, epochDay);
    }

    /** See {@link ExportColumn#text}. */
    record TextColumn(String name, String unit, String description, IntFunction<@Nullable String> value)
            implements ExportColumn {
        public TextColumn {
            ColumnChecks.checkName(name);
        }
    }

    /** See {@link ExportColumn#number}. */
    record NumberColumn(String name, String unit, String description, int decimals, IntToDoubleFunction value)
            implements ExportColumn {
        public NumberColumn {
            ColumnChecks.checkName(name);
            ColumnChecks.checkDecimals(name, decimals);
        }
    }

    /** See {@link ExportColumn#integer}. */
    record IntegerColumn(String name, String unit, String description, IntToLongFunction value)
            implements ExportColumn {
        public IntegerColumn {
            ColumnChecks.checkName(name);
        }
    }

    /** See {@link ExportColumn#date}. */
    record DateColumn(String name, String unit, String description, IntToLongFunction epochDay)
            implements ExportColumn {
        public DateColumn {
            ColumnChecks.checkName(name);
        }
    }
}
