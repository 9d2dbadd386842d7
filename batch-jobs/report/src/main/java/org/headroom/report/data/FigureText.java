package org.headroom.report.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.headroom.report.safe.Figures;
import org.headroom.rules.value.Words;
import org.headroom.workbench.explanation.Explanation;

/** A measurement as a page shows it: four digits, all of those before the point, and its unit. */
final class FigureText {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double WHOLE_FROM = 1000;

    private FigureText() {}

    static String of(Explanation.Reading reading) {
        Double low = reading.lower();
        Double high = reading.upper();
        if (low == null || high == null || !reading.value().startsWith(Words.number(low))) {
            return reading.value();
        }
        String unit = reading.unit().equals("1") ? "" : " " + reading.unit();
        String from = digits(low);
        String to = digits(high);
        return (from.equals(to) ? from : from + " to " + to) + unit;
    }

    private static String digits(double value) {
        if (Math.abs(value) >= WHOLE_FROM) {
            return Figures.fixed(value, 0);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS).setScale(4, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
