package org.headroom.rules.rule;

import java.time.LocalDate;
import java.time.YearMonth;

/** A day, a month or a year as a source words it in ISO 8601: a month may be any day in it. */
public final class DayWords {
    private static final int DAY = 10;
    private static final int MONTH = 7;
    private static final int YEAR = 4;

    private DayWords() {}

    /** Whether a text is a day, a month or a year. */
    public static boolean isDay(String text) {
        return !Double.isNaN(first(text));
    }

    /** The first day that is meant, in days since 1970-01-01; NaN when the text is no such day. */
    static double first(String text) {
        if (!isShaped(text)) {
            return Double.NaN;
        }
        int month = text.length() < MONTH ? 1 : number(text, YEAR + 1, MONTH);
        int day = text.length() < DAY ? 1 : number(text, MONTH + 1, DAY);
        return day(number(text, 0, YEAR), month, day);
    }

    /** The last day that is meant; NaN when the text is no such day. */
    static double last(String text) {
        if (!isShaped(text)) {
            return Double.NaN;
        }
        int year = number(text, 0, YEAR);
        int month = text.length() < MONTH ? 12 : number(text, YEAR + 1, MONTH);
        boolean isMonth = month >= 1 && month <= 12;
        int day = text.length() == DAY
                ? number(text, MONTH + 1, DAY)
                : isMonth ? YearMonth.of(year, month).lengthOfMonth() : 0;
        return day(year, month, day);
    }

    private static double day(int year, int month, int day) {
        boolean isDay = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return isDay ? LocalDate.of(year, month, day).toEpochDay() : Double.NaN;
    }

    private static boolean isShaped(String text) {
        int length = text.length();
        if (length != DAY && length != MONTH && length != YEAR) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            boolean isDash = at == YEAR || at == MONTH;
            if (isDash ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }
}
