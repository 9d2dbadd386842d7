package org.headroom.layers.format;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The days of serial numbers in the two date systems of sheets (ECMA-376 part 1, 18.17.4.1, 2016); the time of day is cut off. */
public final class SerialDays {
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** 1 March 1900. Excel counts a 29 February before it that never was, so smaller numbers mean other days there than in other programs. */
    private static final int FIRST_SURE_1900 = 61;

    private SerialDays() {}

    /** A DateTimeException for a number that does not mean the same day in all programs. */
    public static LocalDate of1900(double serial) {
        if (serial < FIRST_SURE_1900) {
            throw new DateTimeException("before March 1900");
        }
        return EPOCH_1900.plusDays((long) Math.floor(serial));
    }

    public static LocalDate of1904(double serial) {
        return EPOCH_1904.plusDays((long) Math.floor(serial));
    }
}
