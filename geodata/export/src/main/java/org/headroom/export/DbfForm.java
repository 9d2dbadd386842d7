package org.headroom.export;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a column is wanted in shapefiles.
 *
 * @param name at most 10 capital letters, digits and underscores, the first a letter; null for the name that {@link DbfNames} gives
 * @param width bytes of the field; 0 for as many as its values need
 */
public record DbfForm(@Nullable String name, int width) {
    /** Nothing special is wanted. */
    public static final DbfForm ANY = new DbfForm(null, 0);

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0," + (DbfNames.MAX_LENGTH - 1) + "}");

    public DbfForm {
        if (name != null && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name of a shapefile's column: a capital letter and at"
                            + " most 9 capital letters, digits and underscores");
        }
        if (width < 0 || width > DbfPlanner.MAX_TEXT_BYTES) {
            throw new IllegalArgumentException("a width of " + width + " bytes is not between 1 and "
                    + DbfPlanner.MAX_TEXT_BYTES + ", or 0 for any");
        }
    }
}
