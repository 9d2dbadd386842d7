package org.headroom.report.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in SVG. */
final class Svg {
    private Svg() {}

    /** With at most one decimal. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
