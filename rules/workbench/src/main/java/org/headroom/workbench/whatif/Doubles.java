package org.headroom.workbench.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoublePredicate;

/** Steps and searches among the numbers that a double can hold. */
final class Doubles {
    private static final int FIRST_DECIMALS = 4;
    private static final int MAX_DECIMALS = 15;

    private Doubles() {}

    /**
     * The number nearest to {@code no} for which a condition holds that does not hold there, holds for {@code yes}, and changes once between
     * them. At most 64 questions.
     */
    static double first(double no, double yes, DoublePredicate holds) {
        long out = order(no);
        long in = order(yes);
        // Rounded down, the middle of neighbours is one of them.
        for (long middle = middle(out, in); middle != out && middle != in; middle = middle(out, in)) {
            if (holds.test(number(middle))) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return number(in);
    }

    private static long middle(long one, long other) {
        return (one & other) + ((one ^ other) >> 1);
    }

    /** Whole numbers that order as doubles do; -0.0 is just below 0.0. */
    private static long order(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static double number(long order) {
        return Double.longBitsToDouble(order ^ (order >> 63 & Long.MAX_VALUE));
    }

    /**
     * The smallest step from a number that, added to it as doubles are added, arrives at another or beyond; so 99 % of the step does not
     * arrive there.
     */
    static double step(double from, double to) {
        boolean up = to > from;
        double far = to - from;
        while (up ? from + far < to : from + far > to) {
            far = Math.nextAfter(far, up ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        }
        return first(0, far, step -> up ? from + step >= to : from + step <= to);
    }

    /**
     * A number with few decimals at or just beyond {@code to}, seen from {@code from}, for which a condition holds; {@code to} itself when
     * there is none.
     */
    static double shortest(double from, double to, DoublePredicate holds) {
        for (int decimals = FIRST_DECIMALS; decimals <= MAX_DECIMALS; decimals++) {
            double rounded = new BigDecimal(to)
                    .setScale(decimals, to > from ? RoundingMode.CEILING : RoundingMode.FLOOR)
                    .doubleValue();
            if (holds.test(rounded)) {
                return rounded;
            }
        }
        return to;
    }
}
