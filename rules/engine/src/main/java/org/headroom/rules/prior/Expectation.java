package org.headroom.rules.prior;

import java.time.LocalDate;
import org.headroom.model.Criterion;
import org.headroom.model.UnknownReason;
import org.headroom.rules.value.ValueFunction;

/**
 * What is expected of one criterion on one day: the mean of its value over the prior where it is unknown, and over the interval where it is known
 * to lie between two bounds, any measurement in it as likely as any other; and the certainty equivalent, the measurement that is worth as much as
 * not knowing (Keeney and Raiffa 1976). Rules that read an unknown measurement are decided by the latter, so that a known measurement that is worth
 * more is never treated worse, nor one that is worth less better. Immutable and safe for several threads; no method allocates.
 */
public final class Expectation {
    private static final UnknownReason[] REASONS = UnknownReason.values();
    /** Halvings after which two neighbouring numbers are left. */
    private static final int HALVINGS = 200;

    private final Criterion criterion;
    private final ValueFunction value;
    private final double levelFrom;
    private final Prior[] priors = new Prior[REASONS.length];
    private final double[] means = new double[REASONS.length];
    private final double[] equivalents = new double[REASONS.length];

    /**
     * @param criterion what is measured
     * @param value what a measurement of it is worth
     * @param unknown what the policy says that unknown means
     * @param day evaluation date; the silence of an inventory says less the older it is
     */
    public Expectation(Criterion criterion, ValueFunction value, UnknownMeaning unknown, LocalDate day) {
        this.criterion = criterion;
        this.value = value;
        double[] breakpoints = value.breakpoints();
        levelFrom = breakpoints[breakpoints.length - 1];
        for (UnknownReason reason : REASONS) {
            Prior prior = unknown.on(day, reason);
            int i = reason.ordinal();
            priors[i] = prior;
            means[i] = prior.mean(value);
            equivalents[i] = equivalent(means[i], prior.quantile(0), prior.quantile(1), prior.quantile(0.5));
        }
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
        return low == high ? value.at(low) : between(low, end(low, high));
    }

    /** The mean value in an interval; rounding must not carry it out of what the interval allows. */
    private double between(double low, double high) {
        return Math.min(value.highest(low, high), Math.max(value.lowest(low, high), value.mean(low, high)));
    }

    /** Where an interval without an end is taken to end: the value is level from there on. */
    private double end(double low, double high) {
        return Double.isInfinite(high) ? Math.max(low, levelFrom) : high;
    }

    /** The certainty equivalent: a measurement, or the place of a label; for the same arguments as {@link #mean}. */
    public double equivalent(double low, double high, int reason) {
        if (Double.isNaN(low)) {
            return equivalents[reason];
        }
        double to = end(low, high);
        return low == to ? low : equivalent(between(low, to), low, to, low + (to - low) / 2);
    }

    /**
     * The measurement below which a share of what it may be lies; for the same arguments as {@link #mean}.
     *
     * @param share 0 to 1
     */
    public double quantile(double share, double low, double high, int reason) {
        if (Double.isNaN(low)) {
            return priors[reason].quantile(share);
        }
        double to = end(low, high);
        return criterion.isCategory()
                ? Math.min(to, Math.floor(low + share * (to - low + 1)))
                : Math.min(to, low + share * (to - low));
    }

    /** @param median of a number; taken where no other measurement is the equivalent */
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
