package org.headroom.layers.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.DoubleFunction;
import org.headroom.layers.descriptor.DateRule;
import org.headroom.layers.format.Numbers;

/** Reads days as a descriptor says that they are written. */
final class DayReader {
    /** Serial numbers beyond this are no days. */
    private static final double MAX_SERIAL = 1e7;

    /** The seconds of today, taken for milliseconds, are some 20 days; nothing of what is read began in those. */
    private static final int DAYS_NEAR_EPOCH = 60;

    private final DateRule rule;
    private final DoubleFunction<LocalDate> excelDay;

    /** @param excelDay turns a serial number of a sheet into a day */
    DayReader(DateRule rule, DoubleFunction<LocalDate> excelDay) {
        this.rule = rule;
        this.excelDay = excelDay;
    }

    /** The day; DateTimeException, NumberFormatException or ArithmeticException when the value is none in any of the ways. */
    LocalDate read(Object value) {
        return value instanceof LocalDate day ? day : read(rule, value);
    }

    /** What more is to be said of a value that is no day, behind a sentence; mostly empty. */
    String hint(Object value) {
        return rule instanceof DateRule.UnixTime time && isNearEpoch(value, time)
                ? "; it is so near to 1970-01-01 that it is a code for \"not known\" or counts in another unit"
                : "";
    }

    private static boolean isNearEpoch(Object value, DateRule.UnixTime time) {
        try {
            return Math.abs(number(value)) < DAYS_NEAR_EPOCH * time.perDay();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private LocalDate read(DateRule by, Object value) {
        if (by instanceof DateRule.AnyOf any) {
            for (DateRule one : any.rules()) {
                try {
                    return read(one, value);
                } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
                    continue;
                }
            }
            throw new DateTimeException("in none of the ways");
        }
        if (by instanceof DateRule.Epoch epoch) {
            return epoch.day().plusDays((long) Math.floor(serial(value)));
        }
        if (by instanceof DateRule.UnixTime time) {
            if (isNearEpoch(value, time)) {
                throw new DateTimeException("no day");
            }
            return LocalDate.ofEpochDay((long) Math.floor(number(value) / time.perDay()));
        }
        if (by instanceof DateRule.Excel) {
            return excelDay.apply(serial(value));
        }
        String plain = Numbers.text(value).strip();
        if (by instanceof DateRule.Pattern pattern) {
            return LocalDate.parse(plain, pattern.formatter());
        }
        boolean hasTime = plain.length() > 10 && (plain.charAt(10) == 'T' || plain.charAt(10) == ' ');
        return LocalDate.parse(hasTime ? plain.substring(0, 10) : plain);
    }

    private static double number(Object value) {
        return value instanceof Number n ? n.doubleValue() : Numbers.parse(value.toString());
    }

    private static double serial(Object value) {
        double serial = number(value);
        if (!(Math.abs(serial) < MAX_SERIAL)) {
            throw new NumberFormatException("no day");
        }
        return serial;
    }
}
