package org.headroom.export;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a column is wanted in shapefiles.
 *
 * @param name at most 10 capital letters, digits and underscores, the first a letter; null for the one that the shapefile makes of the long name
 * @param width bytes of the field; 0 for as many as its values need
 */
public record DbfForm(@Nullable String name, int width) {
    /** Nothing special is wanted. */
    public static final DbfForm ANY = new DbfForm(null, 0);

    /** dBASE's limit of a name, characters. */
    public static final int MAX_NAME = 10;
    /** dBASE's limit of a text field, the widest there is, bytes. */
    public static final int MAX_WIDTH = 254;

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0," + (MAX_NAME - 1) + "}");

    public DbfForm {
        if (name != null && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name of a shapefile's column: a capital letter and at"
                            + " most 9 capital letters, digits and underscores");
        }
        if (width < 0 || width > MAX_WIDTH) {
            throw new IllegalArgumentException(
                    "a width of " + width + " bytes is not between 1 and " + MAX_WIDTH + ", or 0 for any");
        }
    }
}
