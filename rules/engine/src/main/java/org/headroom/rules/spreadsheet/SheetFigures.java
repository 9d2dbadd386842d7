package org.headroom.rules.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Figures as texts that are alike exactly when the figures are, to the 15 digits that a spreadsheet keeps. */
public final class SheetFigures {
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final Pattern FIGURE =
            Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,2})?");
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+ ?%?");

    private SheetFigures() {}

    /** Whether a text is just what {@link #text} writes of it, so that it may be kept as a number. */
    public static boolean isPlain(String text) {
        return FIGURE.matcher(text).matches() && text(new BigDecimal(text)).equals(text);
    }

    /** A figure without trailing zeros or an exponent. */
    public static String text(BigDecimal figure) {
        BigDecimal round = figure.round(DIGITS);
        return round.signum() == 0 ? "0" : round.stripTrailingZeros().toPlainString();
    }

    /**
     * Reads a figure; {@code 9%} is 0.09.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static String read(String text) {
        boolean percent = text.endsWith("%");
        String figure = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (COMMA.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has a decimal comma; write it with a point, " + text.replace(',', '.'));
        }
        if (!FIGURE.matcher(figure).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number");
        }
        BigDecimal value = new BigDecimal(figure);
        return text(percent ? value.movePointLeft(2) : value);
    }
}
