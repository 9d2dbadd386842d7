package org.headroom.layers.column;

import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** Writes what a record is told by, and where it lies, as one text: two that tell the same thing at the same place give equal ones. Not safe for several threads. */
public final class RepeatKey {
    private static final char BETWEEN = '\u001F';

    private final int start;
    private final StringBuilder key;

    /** @param what goes before each key; empty where only records of one layer are compared */
    public RepeatKey(String what) {
        this.key = new StringBuilder(what);
        this.start = what.length();
    }

    /** Adds a number, NaN for a missing one. */
    public void add(double number) {
        key.append(number).append(BETWEEN);
    }

    /** Adds a text, null for a missing one. */
    public void add(@Nullable String text) {
        key.append(text).append(BETWEEN);
    }

    /** Adds a day since 1970-01-01, {@link FeatureLayer#NO_DATE} for a missing one. */
    public void add(int day) {
        key.append(day).append(BETWEEN);
    }

    /** The key of what was added and of a place, in degrees; what comes then belongs to the next record. */
    public String at(double longitude, double latitude) {
        String all = key.append(longitude).append(BETWEEN).append(latitude).toString();
        key.setLength(start);
        return all;
    }
}
