package org.headroom.pack.file;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the pack writes them. */
public final class Numbers {
    private Numbers() {}

    /** A finite number with at most so many digits behind the point, without zeros at its end. */
    public static String rounded(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
