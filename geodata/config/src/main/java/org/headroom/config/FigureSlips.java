package org.headroom.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write in place of a text that stands where a figure should. */
public final class FigureSlips {
    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)\\s*%");
    private static final Pattern COMMA = Pattern.compile("(-?[0-9]{1,12}),([0-9]{1,12})");
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}(?:[,' _\u00A0\u202F][0-9]{3})+");
    private static final Pattern MANY = Pattern.compile("(-?[0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(k|thousand|million)");
    private static final Pattern QUOTIENT = Pattern.compile("([0-9]{1,6})\\s*/\\s*([1-9][0-9]{0,5})");
    private static final Pattern BESIDE = Pattern.compile(
            "[^0-9]{0,3}(-?[0-9]+(?:\\.[0-9]+)?)\\s*[\\p{L}°$€£][^0-9]*|[=~≈$€£<>]+\\s*(-?[0-9]+(?:\\.[0-9]+)?)");

    private FigureSlips() {}

    /** What to write, such as {@code write 0.16}; empty where nothing can be said. */
    public static String advice(String written) {
        String text = written.replace('\u00A0', ' ').strip();
        if (PLAIN.matcher(text).matches()) {
            return "write it without quotes";
        }
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return "write " + hundredth(percent.group(1)) + " where a share of 1 is meant, else " + percent.group(1);
        }
        if (THOUSANDS.matcher(text).matches()) {
            String whole = text.replaceAll("[^-0-9]", "");
            Matcher comma = COMMA.matcher(text);
            return "write " + whole
                    + (comma.matches()
                            ? ", or " + comma.group(1) + "." + comma.group(2) + " if a decimal point was meant"
                            : "");
        }
        Matcher comma = COMMA.matcher(text);
        if (comma.matches()) {
            return "write " + comma.group(1) + "." + comma.group(2);
        }
        Matcher many = MANY.matcher(text);
        if (many.matches()) {
            int zeros = many.group(2).startsWith("m") ? 6 : 3;
            return "write "
                    + new BigDecimal(many.group(1)).movePointRight(zeros).toPlainString();
        }
        Matcher quotient = QUOTIENT.matcher(text);
        if (quotient.matches()) {
            return "work it out and write the result";
        }
        Matcher beside = BESIDE.matcher(text);
        return beside.matches()
                ? "write the figure alone, " + (beside.group(1) == null ? beside.group(2) : beside.group(1))
                : "";
    }

    /** What a percentage is as a share of 1. */
    static String hundredth(String percent) {
        return new BigDecimal(percent).movePointLeft(2).stripTrailingZeros().toPlainString();
    }
}
