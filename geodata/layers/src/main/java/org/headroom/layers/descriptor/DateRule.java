package org.headroom.layers.descriptor;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** How a source writes days. */
public sealed interface DateRule {
    /** A date of the format itself, or a text that begins YYYY-MM-DD. */
    record Iso() implements DateRule {}

    /** A serial number of a sheet, in the date system of its workbook; outside workbooks in that of 1900. */
    record Excel() implements DateRule {}

    /** Days counted from an epoch. */
    record Epoch(LocalDate day) implements DateRule {}

    /**
     * Time since 1970-01-01 in UTC, as programs write it; the time of day is cut off.
     *
     * @param perDay units in a day: 86,400 seconds or 86,400,000 milliseconds
     */
    record UnixTime(double perDay) implements DateRule {
        static final UnixTime SECONDS = new UnixTime(86_400);
        static final UnixTime MILLISECONDS = new UnixTime(86_400_000);
    }

    /** Several ways in one column, tried in order. */
    record AnyOf(List<DateRule> rules) implements DateRule {
        public AnyOf {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A text in one of some patterns, tried in order. A pattern without day or month means the first. A year of two digits is one from
     * 1970 to 2069. Impossible days such as 30 February are refused.
     */
    record Pattern(DateTimeFormatter formatter) implements DateRule {
        private static final int FIRST_TWO_DIGIT_YEAR = 1970;

        /** Throws IllegalArgumentException when a pattern is wrong. Names of months are English. */
        static Pattern of(List<String> patterns) {
            DateTimeFormatterBuilder any = new DateTimeFormatterBuilder().parseCaseInsensitive();
            for (String pattern : patterns) {
                any.appendOptional(one(pattern));
            }
            return new Pattern(any.parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
                    .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT));
        }

        private static DateTimeFormatter one(String pattern) {
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
            Matcher part = YEAR_OR_OTHER.matcher(pattern);
            while (part.find()) {
                String text = part.group();
                if (text.equals("yy") || text.equals("uu")) {
                    builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_TWO_DIGIT_YEAR);
                } else {
                    builder.appendPattern(text.charAt(0) == 'y' ? text.replace('y', 'u') : text);
                }
            }
            return builder.toFormatter(Locale.ENGLISH);
        }
    }

    /** Cuts a pattern into its years and what stands between them; quoted text is never a year. */
    java.util.regex.Pattern YEAR_OR_OTHER = java.util.regex.Pattern.compile("y+|u+|(?:'[^']*'|[^yu'])+");
}
