package org.headroom.layers.source;

import java.util.regex.Pattern;

/** Numbers as people and programs write them in files. */
public final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    private Numbers() {}

    /**
     * A decimal number with a point, without grouping; NumberFormatException for everything else, such as {@code 1,234}, {@code NaN} or a
     * number beyond the range of a double.
     */
    public static double parse(String text) {
        String plain = text.strip();
        if (plain.length() > 400 || !DECIMAL.matcher(plain).matches()) {
            throw new NumberFormatException("not a number");
        }
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException("too large");
        }
        return value;
    }

    /** A raw value as text: whole numbers without a decimal point. */
    public static String text(Object value) {
        if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            return Long.toString(d.longValue());
        }
        return value.toString();
    }
}
