package org.headroom.queuepressure;

import java.util.Arrays;

/**
 * Cumulative incidence of going into service, with withdrawal as the competing event and requests still active as right-censored
 * observations: the estimator of Aalen & Johansen (1978), "An empirical transition matrix for non-homogeneous Markov chains based
 * on censored observations", Scandinavian Journal of Statistics 5, in the form for competing risks of Andersen, Borgan, Gill &
 * Keiding (1993), Statistical Models Based on Counting Processes, section IV.4.
 *
 * <p>At each day t with events, n requests at risk, d of them going into service and w being withdrawn:
 * {@code F(t) = F(t-) + S(t-) d/n}, {@code G(t) = G(t-) + S(t-) w/n}, {@code S(t) = S(t-) (1 - (d+w)/n)}. Events of the same day
 * are taken together, and a request censored on a day is at risk for that day's events. F + G + S = 1 up to rounding.
 *
 * <p>After the last day on which a request was watched nothing is known of those still active: F then lies between its last value
 * and that value plus S. The methods that end in {@code Lower} and {@code Upper} give these bounds; they agree before that day.
 * Times are whole days from entry. Immutable and safe for several threads.
 */
public final class AalenJohansen {
    /** The longest observation that is accepted, days. */
    public static final int MAXIMUM_DAYS = 100_000;

    private final double[] inService;
    private final double[] withdrawn;
    private final double[] active;
    private final int size;

    /**
     * @param daysObserved days from entry to the event, or to the day the data describe for a request still active; from 0 to
     *     {@link #MAXIMUM_DAYS}
     * @param outcomes what ended each observation, same length
     * @throws IllegalArgumentException when there is no observation, the lengths differ, or a time is out of range
     */
    public AalenJohansen(int[] daysObserved, Outcome[] outcomes) {
        if (daysObserved.length == 0 || daysObserved.length != outcomes.length) {
            throw new IllegalArgumentException("observations: " + daysObserved.length + " times and " + outcomes.length
                    + " outcomes; there must be as many of both, at least 1");
        }
        int last = Arrays.stream(daysObserved).max().getAsInt();
        int first = Arrays.stream(daysObserved).min().getAsInt();
        if (first < 0 || last > MAXIMUM_DAYS) {
            throw new IllegalArgumentException(
                    "observed days run from " + first + " to " + last + ", they must be in 0 to " + MAXIMUM_DAYS);
        }
        int[][] counts = new int[Outcome.values().length][last + 1];
        for (int i = 0; i < daysObserved.length; i++) {
            counts[outcomes[i].ordinal()][daysObserved[i]]++;
        }
        size = daysObserved.length;
        inService = new double[last + 1];
        withdrawn = new double[last + 1];
        active = new double[last + 1];
        estimate(
                counts[Outcome.IN_SERVICE.ordinal()],
                counts[Outcome.WITHDRAWN.ordinal()],
                counts[Outcome.ACTIVE.ordinal()]);
    }

    private void estimate(int[] done, int[] gone, int[] censored) {
        int atRisk = size;
        double f = 0;
        double g = 0;
        double s = 1;
        for (int day = 0; day < done.length; day++) {
            int events = done[day] + gone[day];
            if (events > 0) {
                f = Math.min(1, f + s * done[day] / atRisk);
                g = Math.min(1, g + s * gone[day] / atRisk);
                s *= (double) (atRisk - events) / atRisk;
                atRisk -= events;
            }
            atRisk -= censored[day];
            inService[day] = f;
            withdrawn[day] = g;
            active[day] = s;
        }
    }

    /** Number of requests. */
    public int size() {
        return size;
    }

    /** The longest time for which a request was watched, days. */
    public int lastDay() {
        return inService.length - 1;
    }

    /** F: probability of being in service by a time after entry; after {@link #lastDay} the lower bound of it. In 0..1. */
    public double inServiceLower(double days) {
        return at(inService, days);
    }

    /** As {@link #inServiceLower}; after {@link #lastDay} the upper bound. */
    public double inServiceUpper(double days) {
        double f = at(inService, days);
        return days < inService.length ? f : Math.min(1, f + active[lastDay()]);
    }

    /** G: probability of being withdrawn by a time after entry; after {@link #lastDay} the lower bound of it. In 0..1. */
    public double withdrawnLower(double days) {
        return at(withdrawn, days);
    }

    /** S: probability of being active still at a time after entry; after {@link #lastDay} the upper bound of it. In 0..1. */
    public double activeUpper(double days) {
        return at(active, days);
    }

    /**
     * Probability that a request that is active at an age goes into service within a further time: (F(a+T) - F(a)) / S(a), at its
     * lower bound; 0 when no request of that age was watched. In 0..1.
     */
    public double inServiceWithinLower(double ageDays, double withinDays) {
        return conditional(ageDays, inServiceLower(ageDays + withinDays), 0);
    }

    /** As {@link #inServiceWithinLower}, at its upper bound; 1 when no request of that age was watched. */
    public double inServiceWithinUpper(double ageDays, double withinDays) {
        return conditional(ageDays, inServiceUpper(ageDays + withinDays), 1);
    }

    private double conditional(double ageDays, double later, double unwatched) {
        double s = ageDays < inService.length ? at(active, ageDays) : 0;
        if (s <= 0) {
            return unwatched;
        }
        return Math.max(0, Math.min(1, (later - at(inService, ageDays)) / s));
    }

    /**
     * Days within which a share of the requests goes into service, of those that do so by a horizon, as if none that is active then ever did: the
     * lower bound for all that ever get there. The cumulative incidence over its value at the horizon is their distribution, withdrawal
     * competing. The horizon itself where nobody gets there by then.
     *
     * @param share 0..1
     */
    public double serviceDaysLower(double share, double horizonDays) {
        double byHorizon = at(inService, horizonDays);
        return byHorizon > 0 ? firstDay(share * byHorizon) : horizonDays;
    }

    /** As {@link #serviceDaysLower}, as if all that are active at the horizon went into service after it; the horizon stands for itself or later. */
    public double serviceDaysUpper(double share, double horizonDays) {
        double reached = share * Math.min(1, at(inService, horizonDays) + at(active, horizonDays));
        return reached > 0 && reached <= at(inService, horizonDays) ? firstDay(reached) : horizonDays;
    }

    private int firstDay(double reached) {
        int low = 0;
        int high = inService.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inService[middle] >= reached) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double at(double[] curve, double days) {
        return curve[(int) Math.min(days, curve.length - 1.0)];
    }

    /** What ended the observation of a request. */
    public enum Outcome {
        IN_SERVICE,
        WITHDRAWN,
        /** Nothing yet: still in the queue on the day that the data describe. */
        ACTIVE
    }
}
