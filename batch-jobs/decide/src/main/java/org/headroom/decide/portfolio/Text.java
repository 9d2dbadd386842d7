package org.headroom.decide.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures for people. */
final class Text {
    private static final int DECIMALS = 3;

    private Text() {}

    /** At most three decimals, none that is needless; "unknown" for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
