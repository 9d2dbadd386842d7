package org.headroom.layers.format;

import java.time.LocalDate;

/** Serial 0 of the two date systems of sheets (ECMA-376 part 1, 18.17.4.1, 2016); 1900 counts a 29 February 1900 that never was. */
public final class SerialDays {
    public static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

    public static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private SerialDays() {}
}
