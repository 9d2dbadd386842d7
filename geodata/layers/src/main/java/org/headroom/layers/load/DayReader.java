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
