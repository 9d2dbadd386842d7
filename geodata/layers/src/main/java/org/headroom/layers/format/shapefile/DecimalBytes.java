package org.headroom.layers.format.shapefile;

/**
 * Plain decimal numbers straight from bytes, to the nearest double: a whole mantissa below 2^53 and a power of ten up to 10^22 are both
 * doubles, so their one division is rounded correctly (W. D. Clinger, How to read floating point numbers accurately, 1990).
 */
final class DecimalBytes {
    private static final int MAX_DIGITS = 18;
    private static final long MAX_EXACT = 1L << 53;
    private static final double[] POWERS = new double[MAX_DIGITS + 1];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private DecimalBytes() {}

    /** The number in a cell padded with blanks; NaN when it is missing, written in another way, or has more digits than this way can take. */
    static double parse(byte[] block, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end && block[at] == ' ') {
            at++;
        }
        while (end > at && block[end - 1] == ' ') {
            end--;
        }
        boolean negative = at < end && block[at] == '-';
        if (negative || at < end && block[at] == '+') {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int point = -1;
        for (; at < end; at++) {
            int digit = block[at] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = 10 * mantissa + digit;
                if (++digits > MAX_DIGITS) {
                    return Double.NaN;
                }
            } else if (block[at] == '.' && point < 0) {
                point = digits;
            } else {
                return Double.NaN;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (point < 0) {
            // As a long: there is no negative zero.
            return negative ? -mantissa : mantissa;
        }
        if (mantissa > MAX_EXACT) {
            return Double.NaN;
        }
        double value = mantissa / POWERS[digits - point];
        return negative ? -value : value;
    }
}
