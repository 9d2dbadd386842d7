package org.headroom.report.safe;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as people read them: the same text in every locale. Not known is a dash, never 0. */
public final class Figures {
    /** What stands for a figure that is not known. */
    public static final String UNKNOWN = "–";

    private Figures() {}

    /** With so many decimals, and a comma after thousands. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        String plain = rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
        int point = plain.indexOf('.');
        StringBuilder whole = new StringBuilder(point < 0 ? plain : plain.substring(0, point));
        int first = whole.charAt(0) == '-' ? 1 : 0;
        for (int at = whole.length() - 3; at > first; at -= 3) {
            whole.insert(at, ',');
        }
        return point < 0 ? whole.toString() : whole + plain.substring(point);
    }

    /** One figure, or both ends where they differ. */
    public static String range(double lower, double upper, int decimals) {
        String from = fixed(lower, decimals);
        String to = fixed(upper, decimals);
        return from.equals(to) ? from : from + " to " + to;
    }

    /** A share as percent. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return UNKNOWN;
        }
        return share > 0 && share < 0.001 ? "<\u00a00.1\u00a0%" : fixed(100 * share, 1) + "\u00a0%";
    }

    /** A count. */
    public static String count(long number) {
        return fixed((double) number, 0);
    }

    /** A count with what is counted. */
    public static String count(long number, String one, String several) {
        return count(number) + " " + (number == 1 ? one : several);
    }
}
