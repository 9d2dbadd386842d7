package org.headroom.rules.outcome;

import java.util.Arrays;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.value.ValueFunction;

/**
 * What a measurement that is not exactly known may be: equally likely levels in ascending order, what each is worth, and which levels rules cannot
 * tell apart. Not changed once made.
 */
final class Levels {
    /** Kinds at least, of a measurement that rules compare with others or give points in proportion to: what lies close together is taken as one. */
    private static final int FINE = 32;

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
     * @param isFinelyRead whether rules tell apart more than what lies on either side of a literal
     */
    Levels(
            Expectation expectation,
            ValueFunction value,
            double low,
            double high,
            int reason,
            int count,
            double[] literals,
            boolean isFinelyRead) {
        this.low = low;
        this.high = high;
        mean = expectation.mean(low, high, reason);
        equivalent = expectation.equivalent(low, high, reason);
        worth = new double[count];
        kind = new char[count];
        int fine = isFinelyRead ? Math.min(count, FINE) : 1;
        double[] standing = new double[Math.min(count, 2 * literals.length + fine)];
        int kinds = 0;
        int before = -1;
        int partBefore = -1;
        for (int level = 0; level < count; level++) {
            double x = expectation.quantile((level + 0.5) / count, low, high, reason);
            worth[level] = value.at(x);
            int place = place(x, literals);
            int part = (int) ((long) level * fine / count);
            if (place != before || part != partBefore) {
                standing[kinds++] = isFinelyRead ? standing(expectation, level, count, fine, x, literals, reason) : x;
                before = place;
                partBefore = part;
            }
            kind[level] = (char) (kinds - 1);
        }
        measurement = Arrays.copyOf(standing, kinds);
    }

    /** The middle one of the levels of a part, where no literal lies in between; else the first one. */
    private double standing(
            Expectation expectation, int level, int count, int fine, double first, double[] literals, int reason) {
        long part = (long) level * fine / count;
        double middle = expectation.quantile((part + 0.5) / fine, low, high, reason);
        return place(middle, literals) == place(first, literals) ? middle : first;
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
