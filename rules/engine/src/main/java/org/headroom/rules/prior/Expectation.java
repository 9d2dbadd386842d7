package org.headroom.rules.prior;

import java.time.LocalDate;
import org.headroom.model.Criterion;
import org.headroom.model.UnknownReason;
import org.headroom.rules.value.ValueFunction;

/**
 * What is expected of one criterion on one day: the mean of its value over the prior, and the certainty equivalent, the measurement that is worth
 * as much as not knowing (Keeney and Raiffa 1976). Rules that read an unknown measurement are decided by the latter, so that a known measurement
 * that is worth more is never treated worse, nor one that is worth less better. Immutable and safe for several threads; no method allocates.
 */
public final class Expectation {
    private static final UnknownReason[] REASONS = UnknownReason.values();
    /** Halvings after which two neighbouring numbers are left. */
    private static final int HALVINGS = 200;

    private final Criterion criterion;
    private final ValueFunction value;
    private final Prior[] priors = new Prior[REASONS.length];
    private final double[] means = new double[REASONS.length];
    private final double[] equivalents = new double[REASONS.length];

    public Expectation(Criterion criterion, ValueFunction value, UnknownMeaning unknown, LocalDate day) {
        this.criterion = criterion;
        this.value = value;
        for (UnknownReason reason : REASONS) {
            Prior prior = unknown.on(day, reason);
            int i = reason.ordinal();
            priors[i] = prior;
            means[i] = prior.mean(value);
            equivalents[i] = equivalent(means[i], prior.quantile(0), prior.quantile(1), prior.quantile(0.5));
        }
    }

    /** The distribution where a measurement is unknown for a reason, by its ordinal. */
    public Prior prior(int reason) {
        return priors[reason];
    }

    /**
     * The mean value, 0 to 1.
     *
     * @param low lower bound; NaN when the measurement is unknown
     * @param high upper bound
     * @param reason ordinal of {@link UnknownReason}, for what is unknown
     */
    public double mean(double low, double high, int reason) {
        if (Double.isNaN(low)) {
            return means[reason];
        }
        return low == high ? value.at(low) : priors[0].mean(value, low, high);
    }

    /** The certainty equivalent: a measurement, or the place of a label; for the same arguments as {@link #mean}. */
    public double equivalent(double low, double high, int reason) {
        if (Double.isNaN(low)) {
            return equivalents[reason];
        }
        return low == high
                ? low
                : equivalent(priors[0].mean(value, low, high), low, high, priors[0].quantile(0.5, low, high));
    }

    private double equivalent(double mean, double low, double high, double median) {
        if (criterion.isCategory()) {
            return worstLabel(mean, (int) low, (int) high);
        }
        if (value.neverFalls() == value.neverRises() || value.at(median) == mean) {
            return median;
        }
        return crossing(mean, low, high);
    }

    /** The label of the least value that is worth as much as the mean or more. */
    private double worstLabel(double mean, int low, int high) {
        int best = low;
        int worst = -1;
        for (int label = low; label <= high; label++) {
            double worth = value.at(label);
            best = worth > value.at(best) ? label : best;
            if (worth >= mean && (worst < 0 || worth < value.at(worst))) {
                worst = label;
            }
        }
        // Rounding may leave the mean above the best label by a bit.
        return worst < 0 ? best : worst;
    }

    /** Where a monotone function comes to the mean: the first number, seen from the worse end, that is worth as much or more. */
    private double crossing(double mean, double low, double high) {
        double worse = value.neverFalls() ? low : high;
        double better = value.neverFalls() ? high : low;
        if (value.at(worse) >= mean) {
            return worse;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = worse + (better - worse) / 2;
            if (middle == worse || middle == better) {
                break;
            }
            if (value.at(middle) >= mean) {
                better = middle;
            } else {
                worse = middle;
            }
        }
        return better;
    }
}
