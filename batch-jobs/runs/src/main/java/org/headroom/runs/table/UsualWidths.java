package org.headroom.runs.table;

import java.nio.charset.StandardCharsets;
import org.headroom.export.ColumnNames;
import org.headroom.export.DbfForm;
import org.headroom.export.DbfForm.Need;
import org.headroom.export.FixedDecimal;

/** The widths of columns in shapefiles, by what they may hold and not by what they hold, so that tomorrow's table has today's schema. */
final class UsualWidths {
    /** A whole number that ArcGIS and GDAL still take for one of 32 bits. */
    private static final int WHOLE = 9;
    /** Digits before the point of a number of which no bounds are known. */
    private static final double MOST = 99_999_999_999.0;
    /** Bytes of texts that nearly every site has for itself. */
    private static final int OWN_TEXT = 80;
    /** The narrowest number that says that it is not known. */
    private static final int UNKNOWN = 5;

    private UsualWidths() {}

    static DbfForm of(String name, Sources.Source source) {
        if (source instanceof Sources.Number number) {
            return new DbfForm(null, width(number), isEnd(name) ? Need.SPARE : Need.USUAL);
        } else if (source instanceof Sources.Coded coded) {
            return new DbfForm(null, width(coded), isEnd(name) ? Need.SPARE : Need.USUAL);
        } else if (source instanceof Sources.Record record) {
            return new DbfForm(null, OWN_TEXT, record.withLayer() ? Need.NOT : Need.USUAL);
        }
        return new DbfForm(null, source instanceof Sources.Text ? OWN_TEXT : WHOLE, Need.USUAL);
    }

    private static boolean isEnd(String name) {
        return name.endsWith(ColumnNames.LOW_END) || name.endsWith(ColumnNames.HIGH_END);
    }

    private static int width(Sources.Number number) {
        int decimals = number.decimals();
        double least = Double.isFinite(number.least()) ? Math.max(-MOST, number.least()) : -MOST;
        double most = Double.isFinite(number.most()) ? Math.min(MOST, number.most()) : MOST;
        return Math.max(UNKNOWN, Math.max(FixedDecimal.length(least, decimals), FixedDecimal.length(most, decimals)));
    }

    private static int width(Sources.Coded coded) {
        if (coded.usualBytes() > 0) {
            return coded.usualBytes();
        }
        return Math.max(
                1,
                coded.texts().stream()
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .max()
                        .orElse(1));
    }
}
