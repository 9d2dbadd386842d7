package org.headroom.rules.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a workbook shows the figure of a cell (number formats of ISO/IEC 29500-1, 18.8.31): as it is, as a percentage or as a day; or as something
 * else, which is a flaw, because whoever reads the sheet would take it for another figure.
 */
final class NumberFormat {
    /** What a spreadsheet keeps of a figure. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    /** What a spreadsheet keeps of a format. */
    private static final int LONGEST = 255;

    private static final String GENERAL = "General";
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|\\\\(.)");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]*)]");
    private static final Pattern PADDING = Pattern.compile("[_*].");
    private static final Pattern DECIMALS = Pattern.compile("\\.([0#?]*)");
    private static final Pattern EXPONENT = Pattern.compile("([0#?]*)(?:\\.([0#?]*))?[Ee][-+][0#?]+");

    private final BigDecimal figure;
    private final String code;
    private final String words;

    private NumberFormat(BigDecimal figure, String code, String words) {
        this.figure = figure;
        this.code = code;
        this.words = words;
    }

    /** The format in which a figure is shown. */
    static NumberFormat of(BigDecimal figure, String format) {
        String section = format.isBlank() ? GENERAL : format.length() > LONGEST ? "" : section(figure, format);
        StringBuilder words = new StringBuilder();
        LITERAL.matcher(section)
                .results()
                .forEach(part -> words.append(part.group(1) == null ? part.group(2) : part.group(1)));
        String code = PADDING.matcher(BRACKETS.matcher(LITERAL.matcher(section).replaceAll(""))
                        .replaceAll(""))
                .replaceAll("");
        return new NumberFormat(figure.round(DIGITS), code.strip(), words.toString());
    }

    /** The part of a format that is for figures of this sign: for all; for those below 0; for 0. */
    private static String section(BigDecimal figure, String format) {
        List<String> sections = new ArrayList<>(List.of(""));
        boolean isQuoted = false;
        for (int i = 0; i < format.length(); i++) {
            char sign = format.charAt(i);
            isQuoted ^= sign == '"';
            if (sign == ';' && !isQuoted && (i == 0 || format.charAt(i - 1) != '\\')) {
                sections.add("");
            } else {
                sections.set(sections.size() - 1, sections.get(sections.size() - 1) + sign);
            }
        }
        int section = figure.signum() < 0 ? 1 : figure.signum() == 0 ? 2 : 0;
        return sections.get(section < sections.size() && sections.size() > 1 ? section : 0);
    }

    /** Whether it is no format: all digits, as many as fit. Some programs write its name in their language. */
    private boolean isGeneral() {
        return code.equalsIgnoreCase(GENERAL) || code.equalsIgnoreCase("standard") || code.equals("@");
    }

    /** Whether it shows a day, which spreadsheet programs make of what looks like one when it is typed. */
    boolean isDay() {
        return !isGeneral()
                && code.matches("(?i).*[yd].*")
                && figure.stripTrailingZeros().scale() <= 0;
    }

    boolean isPercentage() {
        return code.indexOf('%') >= 0;
    }

    /** What is wrong with the figure as it is shown, in half a sentence with what to do; empty when it is what it looks like. */
    Optional<String> flaw() {
        String held = "holds " + SheetFigures.text(figure);
        if (isDay()) {
            return Optional.empty();
        }
        if (!isGeneral() && code.matches("(?i).*[ydhms].*")) {
            return Optional.of(
                    held + ", which its format shows as a day or a time; write the figure or the day that is meant");
        }
        if (!isGeneral() && !code.matches(".*[0#?].*")) {
            return Optional.of(held + ", which its format does not show; give it the format of a plain number");
        }
        if (words.chars().anyMatch(Character::isLetter)) {
            return Optional.of(
                    held + ", and its format adds \"" + words.strip()
                            + "\", which is not read; write the figure in the unit of its column, in the format of a plain number");
        }
        if (isGeneral()) {
            return Optional.empty();
        }
        if (code.matches(".*[0#?],+(?![,0#?]).*") || code.indexOf('/') >= 0) {
            return Optional.of(
                    held + ", which its format shows as another figure; give it the format of a plain number");
        }
        BigDecimal shown = shown();
        return shown.compareTo(figure) == 0
                ? Optional.empty()
                : Optional.of(held + ", but shows "
                        + SheetFigures.text(isPercentage() ? shown.movePointRight(2) : shown)
                        + (isPercentage() ? " %" : "")
                        + "; write the figure that is meant, or have all its digits shown");
    }

    private BigDecimal shown() {
        Matcher exponent = EXPONENT.matcher(code);
        if (exponent.find()) {
            int digits = 1 + (exponent.group(2) == null ? 0 : exponent.group(2).length());
            return figure.round(new MathContext(digits, RoundingMode.HALF_UP));
        }
        Matcher decimals = DECIMALS.matcher(code);
        int places = (decimals.find() ? decimals.group(1).length() : 0) + (isPercentage() ? 2 : 0);
        return figure.setScale(places, RoundingMode.HALF_UP);
    }
}
