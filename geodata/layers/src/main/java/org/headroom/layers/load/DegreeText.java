package org.headroom.layers.load;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Degrees, minutes and seconds as people write them, with a letter for the hemisphere or a sign. */
final class DegreeText {
    /** Longer cells hold something else, and would take the pattern long. */
    private static final int LONGEST = 40;

    private static final double SIXTY = 60;

    private static final Pattern FORM = Pattern.compile("([NSEW])?\\s*([+-])?\\s*(\\d{1,3}(?:\\.\\d+)?)"
            + "(?:(?:\\s*[\u00B0\u00BA\u02DA:]\\s*|\\s*DEG\\s*|\\s+)"
            + "(?:(\\d{1,2}(?:\\.\\d+)?)(?:\\s*['\u2032\u2019\u00B4:]\\s*|\\s+|(?=[NSEW])|$)"
            + "(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:[\"\u2033\u201D]|''|\u2032\u2032|\u2019\u2019)?)?)?)?"
            + "\\s*([NSEW])?");

    private DegreeText() {}

    /**
     * Degrees east or north; NaN for what is none, such as 60 minutes, a letter of the other direction, or a sign beside a letter. A plain
     * decimal number is taken, too.
     */
    static double parse(String cell, boolean isLongitude) {
        String text = cell.strip().replace('\u2212', '-').toUpperCase(Locale.ROOT);
        Matcher parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Double.NaN;
        }
        String before = parts.group(1);
        String letter = before == null ? parts.group(6) : before;
        boolean hasTwoLetters = before != null && parts.group(6) != null;
        boolean isOfOther = letter != null && (letter.equals("E") || letter.equals("W")) != isLongitude;
        if (hasTwoLetters || isOfOther || letter != null && parts.group(2) != null) {
            return Double.NaN;
        }
        double minutes = number(parts.group(4));
        double seconds = number(parts.group(5));
        boolean isSplit = parts.group(4) != null && parts.group(3).indexOf('.') >= 0
                || parts.group(5) != null && parts.group(4).indexOf('.') >= 0;
        if (isSplit || minutes >= SIXTY || seconds >= SIXTY) {
            return Double.NaN;
        }
        double degrees = number(parts.group(3)) + (minutes + seconds / SIXTY) / SIXTY;
        boolean isNegative = "-".equals(parts.group(2)) || "W".equals(letter) || "S".equals(letter);
        return isNegative ? -degrees : degrees;
    }

    private static double number(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }
}
