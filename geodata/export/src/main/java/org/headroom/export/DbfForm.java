package org.headroom.export;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a column is wanted in shapefiles.
 *
 * @param name at most 10 capital letters, digits and underscores, the first a letter; null for the one that the shapefile makes of the long name
 * @param width bytes of the field; 0 for as many as its values need
 * @param need what becomes of a value that is longer, and of the column where there is no room
 */
public record DbfForm(@Nullable String name, int width, Need need) {
    /** Nothing special is wanted. */
    public static final DbfForm ANY = new DbfForm(null, 0);

    /** dBASE's limit of a name, characters. */
    public static final int MAX_NAME = 10;
    /** dBASE's limit of a text field, the widest there is, bytes. */
    public static final int MAX_WIDTH = 254;

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0," + (MAX_NAME - 1) + "}");

    /** What a width means, and how much the column is needed. */
    public enum Need {
        /** Somebody asks for the column as it stands: a value that is longer refuses the shapefile. */
        ASKED,
        /** The width is the usual one: a longer text is shortened, a longer number makes the field wider. */
        USUAL,
        /** As {@link #USUAL}, and left out, the last first, where the shapefile has no room for all columns. */
        SPARE,
        /** Left to formats without such limits. */
        NOT
    }

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

    /** A column that is asked for as it stands. */
    public DbfForm(@Nullable String name, int width) {
        this(name, width, Need.ASKED);
    }
}
