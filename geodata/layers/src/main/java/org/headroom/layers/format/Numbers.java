package org.headroom.layers.format;

/** Numbers as people and programs write them in files. */
public final class Numbers {
    /** So many nines are a long. */
    private static final int LONG_DIGITS = 18;

    private Numbers() {}

    /**
     * A decimal number with a point, without grouping; NumberFormatException for everything else, such as {@code 1,234}, {@code NaN} or a
     * number beyond the range of a double.
     */
    public static double parse(String text) {
        String plain = text.strip();
        if (plain.length() > 400 || !isDecimal(plain)) {
            throw new NumberFormatException("not a number");
        }
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException("too large");
        }
        return value;
    }

    /**
     * As {@link #parse}, without a loss where the number is whole: a Long, or its own text where it has more digits than one holds, as ids may.
     * A Double for every other number.
     */
    public static Object exact(String text) {
        int first = afterSign(text, 0);
        int digits = text.length() - first;
        if (digits == 0 || !isDigits(text, first)) {
            return parse(text);
        }
        return digits <= LONG_DIGITS ? (Object) Long.valueOf(text) : text;
    }

    /** Digits with at most one point among or around them, then perhaps an exponent of one to four digits; each may have a sign. */
    private static boolean isDecimal(String text) {
        int at = afterSign(text, 0);
        int digits = afterDigits(text, at);
        int count = digits - at;
        if (digits < text.length() && text.charAt(digits) == '.') {
            int fraction = afterDigits(text, digits + 1);
            count += fraction - digits - 1;
            digits = fraction;
        }
        if (count == 0 || digits == text.length()) {
            return count > 0;
        }
        if (text.charAt(digits) != 'e' && text.charAt(digits) != 'E') {
            return false;
        }
        int exponent = afterSign(text, digits + 1);
        int length = text.length() - exponent;
        return length >= 1 && length <= 4 && isDigits(text, exponent);
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Whether there is nothing but the digits 0 to 9 from a place on. */
    public static boolean isDigits(String text, int from) {
        return afterDigits(text, from) == text.length();
    }

    /** A code without outer blanks, less the point and zeros that a spreadsheet gave it (1001.0); any other text as it is. */
    public static String code(String text) {
        int point = text.indexOf('.');
        if (point < 1 || point == text.length() - 1 || afterDigits(text, 0) != point) {
            return text;
        }
        for (int i = point + 1; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return text;
            }
        }
        return text.substring(0, point);
    }

    /** A raw value as text: whole numbers without a decimal point. */
    public static String text(Object value) {
        return value instanceof Double d ? text(d.doubleValue()) : value.toString();
    }

    /** As {@link #text(Object)} of a double. */
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
