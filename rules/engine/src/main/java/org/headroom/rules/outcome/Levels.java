package org.headroom.rules.outcome;

import java.util.Arrays;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.value.ValueFunction;

/**
 * What a measurement that is not exactly known may be: equally likely levels in ascending order, what each is worth, and which levels rules cannot
 * tell apart. Not changed once made.
 */
final class Levels {
    final double low;
    final double high;
    final double[] worth;
    final double mean;
    final double equivalent;
    /** For each level the number of its kind; all 0 where no rule reads the criterion. */
    final char[] kind;
    /** For each kind a measurement that stands for it. */
    final double[] measurement;

    /**
     * @param low lower bound; NaN when unknown
     * @param count number of levels
     * @param literals what rules compare the measurement with, ascending
     */
    Levels(
            Expectation expectation,
            ValueFunction value,
            double low,
            double high,
            int reason,
            int count,
            double[] literals) {
        this.low = low;
        this.high = high;
        mean = expectation.mean(low, high, reason);
        equivalent = expectation.equivalent(low, high, reason);
        worth = new double[count];
        kind = new char[count];
        double[] standing = new double[Math.min(count, 2 * literals.length + 1)];
        int kinds = 0;
        int before = -1;
        for (int level = 0; level < count; level++) {
            double x = expectation.quantile((level + 0.5) / count, low, high, reason);
            worth[level] = value.at(x);
            int place = place(x, literals);
            if (place != before) {
                standing[kinds++] = x;
                before = place;
            }
            kind[level] = (char) (kinds - 1);
        }
        measurement = Arrays.copyOf(standing, kinds);
    }

    boolean isOf(double otherLow, double otherHigh) {
        return low == otherLow && high == otherHigh;
    }

    int kinds() {
        return measurement.length;
    }

    /** Odd on a literal, even between two: measurements of one place give the same answer to every comparison. */
    private static int place(double x, double[] literals) {
        int place = 0;
        for (double literal : literals) {
            if (x > literal) {
                place += 2;
            } else {
                return x == literal ? place + 1 : place;
            }
        }
        return place;
    }
}
