package org.headroom.layers.format;

import org.headroom.layers.unit.Units;

/**
 * How a source writes numbers, as its descriptor says. Beside the two signs it takes what people put round a figure: a currency, brackets for
 * a negative amount, a percent sign, and the unit. Immutable and safe for several threads.
 *
 * @param decimal the sign before the decimals
 * @param grouping the sign between thousands; 0 for none. A blank stands for every kind of blank
 */
public record NumberForm(char decimal, char grouping) {
    private static final int GROUP = 3;
    private static final String CURRENCIES = "$\u20AC\u00A3\u00A5";

    /**
     * The figure in a cell, in a field's unit. NumberFormatException when it is none, or when a group does not have three digits.
     *
     * @param cell the text
     * @param unit unit of the field; a unit in the cell is brought to it
     * @param conversion from the unit of the column, where the cell names none
     */
    public double parse(String cell, String unit, Units.Conversion conversion) {
        String text = cell.strip().replace('\u2212', '-');
        boolean negative = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
        if (negative) {
            text = text.substring(1, text.length() - 1).strip();
        }
        int from = 0;
        int to = text.length();
        while (from < to && !isNumeral(text.charAt(from))) {
            from++;
        }
        while (to > from && !isDigit(text.charAt(to - 1)) && text.charAt(to - 1) != decimal) {
            to--;
        }
        String before = text.substring(0, from).strip();
        String after = text.substring(to).strip();
        if (!before.isEmpty() && !isCurrency(before)) {
            throw new NumberFormatException("not a number");
        }
        double figure = Numbers.parse(plain(text.substring(from, to)));
        double value = conversion(after, unit, conversion).apply(negative ? -figure : figure);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("too large");
        }
        return value;
    }

    private static Units.Conversion conversion(String after, String unit, Units.Conversion conversion) {
        if (after.isEmpty() || isCurrency(after)) {
            return conversion;
        }
        return Units.find(after, unit).orElseThrow(() -> new NumberFormatException("not a number"));
    }

    private String plain(String figure) {
        StringBuilder plain = new StringBuilder(figure.length());
        int decimalAt = figure.indexOf(decimal);
        int whole = decimalAt < 0 ? figure.length() : decimalAt;
        int sinceGroup = -1;
        for (int i = 0; i < figure.length(); i++) {
            char c = figure.charAt(i);
            if (i == whole) {
                plain.append('.');
            } else if (isGrouping(c) && i < whole) {
                // The first group may be shorter, never longer; all others have three digits.
                if (sinceGroup >= 0 ? sinceGroup != GROUP : i > GROUP + 1 || i == 0) {
                    throw new NumberFormatException("not a number");
                }
                sinceGroup = 0;
            } else if (c == '.' || c == ',') {
                throw new NumberFormatException("not a number");
            } else {
                plain.append(c);
                sinceGroup += sinceGroup >= 0 && i < whole ? 1 : 0;
            }
        }
        if (sinceGroup >= 0 && sinceGroup != GROUP) {
            throw new NumberFormatException("not a number");
        }
        return plain.toString();
    }

    private boolean isNumeral(char c) {
        return isDigit(c) || c == decimal || c == '-' || c == '+';
    }

    private boolean isGrouping(char c) {
        return grouping != 0
                && (c == grouping || grouping == ' ' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isCurrency(String text) {
        return text.length() == 1 && CURRENCIES.contains(text) || text.matches("[A-Z]{3}|US\\$");
    }
}
