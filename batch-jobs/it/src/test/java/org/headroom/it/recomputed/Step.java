package org.headroom.it.recomputed;

import java.util.Arrays;

/**
 * Months of a step as a shifted lognormal distribution through its months at 10, 50 and 90 % (Johnson 1949), from 0 to 480 months; two halves of normal
 * ones where two of these are the same.
 */
record Step(double p10, double p50, double p90) {
    private static final double MOST_MONTHS = 480;
    /** The normal deviate that nine in ten do not pass. */
    private static final double Z90 = 1.2815515655446004;

    private static final double EVEN = 1e-9;

    /** Deviates that tables go to, and how far apart their entries are. */
    private static final double FARTHEST = 6;

    private static final double GAP = 0.005;
    private static final double[] NORMAL = table();

    /** Months at a share. */
    double quantile(double share) {
        return at(deviate(share));
    }

    private static double deviate(double share) {
        double low = -10;
        double high = 10;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (normal(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double at(double z) {
        if (isHalved()) {
            return Math.max(0, Math.min(MOST_MONTHS, p50 + half(z < 0) * z / Z90));
        }
        double spread = Math.log((p90 - p50) / (p50 - p10)) / Z90;
        double months = Math.abs(spread) < EVEN
                ? p50 + (p90 - p50) * z / Z90
                : p50 + (p90 - p50) * Math.expm1(spread * z) / Math.expm1(spread * Z90);
        return Math.max(0, Math.min(MOST_MONTHS, months));
    }

    private boolean isHalved() {
        return p50 <= p10 || p90 <= p50;
    }

    private double half(boolean isLower) {
        return isLower ? p50 - p10 : p90 - p50;
    }

    /** Share that is over by so many months. */
    double reached(double months) {
        if (months < 0) {
            return 0;
        }
        if (months >= MOST_MONTHS) {
            return 1;
        }
        if (isHalved()) {
            double half = half(months < p50);
            return half > 0 ? normal((months - p50) / half * Z90) : months >= p50 ? 1 : 0;
        }
        double spread = Math.log((p90 - p50) / (p50 - p10)) / Z90;
        double part = (months - p50) / (p90 - p50);
        if (Math.abs(spread) < EVEN) {
            return normal(part * Z90);
        }
        double grown = part * Math.expm1(spread * Z90);
        return grown <= -1 ? spread > 0 ? 0 : 1 : normal(Math.log1p(grown) / spread);
    }

    /** Share of a standard normal distribution below a deviate, between entries of a table. */
    private static double normal(double z) {
        double place = Math.max(0, Math.min(NORMAL.length - 1.001, (z + FARTHEST) / GAP));
        int before = (int) place;
        return NORMAL[before] + (place - before) * (NORMAL[before + 1] - NORMAL[before]);
    }

    private static double[] table() {
        double[] table = new double[(int) (2 * FARTHEST / GAP) + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = exactly(GAP * i - FARTHEST);
        }
        return table;
    }

    /** Abramowitz and Stegun 1964, 26.2.10 (series) and 26.2.14 (continued fraction). */
    private static double exactly(double z) {
        double x = Math.abs(z);
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        double above;
        if (x < 3) {
            double term = x;
            double sum = x;
            for (int n = 1; Math.abs(term) > 1e-17; n++) {
                term *= x * x / (2 * n + 1);
                sum += term;
            }
            above = 0.5 - density * sum;
        } else {
            double fraction = 0;
            for (int n = 60; n > 0; n--) {
                fraction = n / (x + fraction);
            }
            above = density / (x + fraction);
        }
        return z > 0 ? 1 - above : above;
    }

    /** Two steps that go together, one of them some times: where the one is long, the other is. */
    static final class Together {
        private final double[] months = new double[(int) (2 * FARTHEST / GAP) + 1];

        Together(Step one, Step other, double times) {
            for (int i = 0; i < months.length; i++) {
                double z = GAP * i - FARTHEST;
                months[i] = one.at(z) + times * other.at(z);
            }
        }

        double quantile(double share) {
            double place = (deviate(share) + FARTHEST) / GAP;
            int before = (int) place;
            return months[before] + (place - before) * (months[before + 1] - months[before]);
        }

        double reached(double asked) {
            int found = Arrays.binarySearch(months, asked);
            int after = found < 0 ? -found - 1 : found;
            if (after == 0) {
                return 0;
            }
            if (after == months.length) {
                return 1;
            }
            double part = (asked - months[after - 1]) / (months[after] - months[after - 1]);
            return normal(GAP * (after - 1 + part) - FARTHEST);
        }
    }
}
