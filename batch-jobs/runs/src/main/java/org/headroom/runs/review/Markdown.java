package org.headroom.runs.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.headroom.model.Printable;
import org.headroom.rules.value.Words;
import org.headroom.workbench.explanation.Explanation;

/** Texts and figures as Markdown shows them. What others wrote is never read as Markdown or HTML. */
final class Markdown {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double WHOLE_FROM = 1000;

    private Markdown() {}

    /** A text in a line or a cell. */
    static String text(String plain) {
        return Printable.line(plain.strip().replaceAll("\\s+", " ")).replaceAll("([\\\\`*_\\[\\]<>|#~])", "\\\\$1");
    }

    /** A name as it is written in files. */
    static String code(String name) {
        return name.isEmpty()
                ? ""
                : "`" + Printable.line(name).replace('`', '\'').replace("|", "\\|") + "`";
    }

    /** The anchor of a site or a layer. */
    static String anchor(String kind, String id) {
        StringBuilder safe = new StringBuilder(kind).append('-');
        id.codePoints().forEach(c -> {
            if (c == '-' || c < 0x80 && Character.isLetterOrDigit(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append('-').append(Integer.toHexString(c)).append('-');
            }
        });
        return safe.toString();
    }

    /** What was measured, with its unit: four digits, all of those before the point. */
    static String value(Explanation.Reading reading) {
        Double low = reading.lower();
        Double high = reading.upper();
        if (low == null || high == null || !reading.value().startsWith(Words.number(low))) {
            return text(reading.value());
        }
        String unit = reading.unit().equals("1") ? "" : " " + reading.unit();
        return text((low.equals(high) ? figure(low) : figure(low) + " to " + figure(high)) + unit);
    }

    static String range(double lower, double upper) {
        return figure(lower).equals(figure(upper)) ? figure(lower) : figure(lower) + " to " + figure(upper);
    }

    static String figure(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = Math.abs(value) >= WHOLE_FROM
                ? exact.setScale(0, RoundingMode.HALF_EVEN)
                : exact.round(FOUR_DIGITS).setScale(4, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
