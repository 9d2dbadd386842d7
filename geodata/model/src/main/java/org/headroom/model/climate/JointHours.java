package org.headroom.model.climate;

import java.util.Arrays;

/**
 * How many hours of a year fall into each whole degree of dry bulb and wet bulb together. As text: a row for each dry bulb, divided by
 * semicolons, in ascending order; a row is {@code dry:wet:hours hours ...}, with the whole degree of the dry bulb, that of the wet bulb
 * of the first count, and a count for each wet bulb from there on. Whole degrees are rounded down, so {@code 23:17:40 12} stands for 40
 * hours at 23 up to 24 degC with a wet bulb of 17 up to 18, and 12 with one of 18 up to 19. Immutable.
 */
public final class JointHours {
    /** Lowest whole degree of either, degC. */
    public static final int LEAST_C = -90;

    /** Highest whole degree of either, degC. */
    public static final int GREATEST_C = 59;

    private static final int SPAN = GREATEST_C - LEAST_C + 1;
    private static final int MOST_HOURS = 8784;

    private final int[] dryBulbs;
    private final int[] wetBulbs;
    private final int[] hours;
    private final int total;

    private JointHours(int[] counts) {
        int cells = 0;
        for (int count : counts) {
            cells += count > 0 ? 1 : 0;
        }
        dryBulbs = new int[cells];
        wetBulbs = new int[cells];
        hours = new int[cells];
        int cell = 0;
        int sum = 0;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] > 0) {
                dryBulbs[cell] = LEAST_C + place / SPAN;
                wetBulbs[cell] = LEAST_C + place % SPAN;
                hours[cell++] = counts[place];
                sum += counts[place];
            }
        }
        total = sum;
    }

    /**
     * Counts hours.
     *
     * @param dryBulbsC dry bulb of each hour, degC, -90 to 60; NaN where missing
     * @param wetBulbsC wet bulb of each, degC, as long; above the dry bulb counts as saturated; NaN where missing
     * @param count number of hours
     */
    public static JointHours of(double[] dryBulbsC, double[] wetBulbsC, int count) {
        int[] counts = new int[SPAN * SPAN];
        for (int hour = 0; hour < count; hour++) {
            double dry = dryBulbsC[hour];
            double wet = Math.min(dry, wetBulbsC[hour]);
            if (!Double.isNaN(wet)) {
                counts[place((int) Math.floor(dry), (int) Math.floor(wet))]++;
            }
        }
        return new JointHours(counts);
    }

    /**
     * Reads the text of {@link #toText}.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong, in half a sentence for people
     */
    public static JointHours parse(String text) {
        int[] counts = new int[SPAN * SPAN];
        long total = 0;
        for (String row : text.strip().split(";")) {
            String[] parts = row.strip().split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("the row \"" + row + "\" is not dry:wet:hours hours ...");
            }
            int dry = whole(parts[0], row);
            int wet = whole(parts[1], row);
            String hours = parts[2].strip();
            for (int from = 0; from <= hours.length(); ) {
                int space = hours.indexOf(' ', from);
                int to = space < 0 ? hours.length() : space;
                int count = whole(hours, from, to, row);
                if (count < 0 || count > MOST_HOURS) {
                    throw new IllegalArgumentException("the row \"" + row + "\" has " + count + " hours");
                }
                if (!isDegree(dry) || !isDegree(wet) || (count > 0 && wet > dry)) {
                    throw new IllegalArgumentException(
                            "the row \"" + row + "\" has a dry bulb of " + dry + " and a wet bulb of " + wet + " degC");
                }
                counts[place(dry, wet++)] += count;
                total += count;
                from = to + 1;
            }
        }
        if (total == 0 || total > MOST_HOURS) {
            throw new IllegalArgumentException("it has " + total + " hours, not a year");
        }
        return new JointHours(counts);
    }

    /** The text. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (int cell = 0; cell < hours.length; cell++) {
            if (cell == 0 || dryBulbs[cell] != dryBulbs[cell - 1]) {
                text.append(cell == 0 ? "" : ";")
                        .append(dryBulbs[cell])
                        .append(':')
                        .append(wetBulbs[cell])
                        .append(':');
            } else {
                text.append(' ');
                for (int between = wetBulbs[cell - 1] + 1; between < wetBulbs[cell]; between++) {
                    text.append("0 ");
                }
            }
            text.append(hours[cell]);
        }
        return text.toString();
    }

    private static int whole(String text, String row) {
        String stripped = text.strip();
        return whole(stripped, 0, stripped.length(), row);
    }

    private static int whole(String text, int from, int to, String row) {
        try {
            return Integer.parseInt(text, from, to, 10);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + text.substring(from, to) + "\" in the row \"" + row + "\" is no whole number", e);
        }
    }

    private static boolean isDegree(int degree) {
        return degree >= LEAST_C && degree <= GREATEST_C;
    }

    private static int place(int dry, int wet) {
        return (dry - LEAST_C) * SPAN + wet - LEAST_C;
    }

    /** Hours of all cells. */
    public int total() {
        return total;
    }

    /** Number of cells that have hours. */
    public int cells() {
        return hours.length;
    }

    /** Whole degrees of a cell's dry bulb, rounded down. */
    public int dryBulb(int cell) {
        return dryBulbs[cell];
    }

    /** Whole degrees of a cell's wet bulb, rounded down. */
    public int wetBulb(int cell) {
        return wetBulbs[cell];
    }

    /** Hours of a cell, at least 1. */
    public int hours(int cell) {
        return hours[cell];
    }

    /** Hours by dry bulb: a count for each whole degree from {@link #LEAST_C} to {@link #GREATEST_C}. */
    public int[] byDryBulb() {
        return by(dryBulbs);
    }

    /** Hours by wet bulb, likewise. */
    public int[] byWetBulb() {
        return by(wetBulbs);
    }

    private int[] by(int[] degrees) {
        int[] sums = new int[SPAN];
        for (int cell = 0; cell < hours.length; cell++) {
            sums[degrees[cell] - LEAST_C] += hours[cell];
        }
        return sums;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointHours that
                && Arrays.equals(dryBulbs, that.dryBulbs)
                && Arrays.equals(wetBulbs, that.wetBulbs)
                && Arrays.equals(hours, that.hours);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hours);
    }
}
