package org.headroom.rules.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.headroom.model.Criterion;

/** Numbers as people read them; the same text in every locale. */
public final class Words {
    private Words() {}

    /** Up to four decimals, without trailing zeros and without an exponent; {@code unknown} for NaN. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** All digits of a finite number, without trailing zeros and without an exponent: different numbers have different texts. */
    public static String exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A number with its unit, which is left out when it is {@code 1}; a day as ISO 8601. */
    public static String quantity(double value, String unit) {
        if (unit.equals(Criterion.DATE) && !Double.isNaN(value)) {
            return LocalDate.ofEpochDay(Math.round(value)).toString();
        }
        return unit.equals("1") || Double.isNaN(value) ? number(value) : number(value) + " " + unit;
    }

    static String anchor(double x, double y, String unit) {
        return quantity(x, unit) + " (" + number(y) + ")";
    }
}
