package org.headroom.queuepressure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
 * <p>Of few requests the late part of a curve hangs on two or three. So a curve may start from that of a larger group with the weight of c requests: at
 * each day {@code c} requests are at risk besides and meet the larger group's hazards. This is the posterior mean of Hjort (1990), "Nonparametric
 * Bayes estimators based on beta processes in models for life history data", Annals of Statistics 18, with constant strength c.
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
        this(daysObserved, outcomes, null, 0);
    }

    /**
     * A curve that starts from another one.
     *
     * @param larger curve of the group to which the requests belong
     * @param weight how many requests of the larger group weigh in at each day, at least 0
     * @throws IllegalArgumentException as the other constructor
     */
    public AalenJohansen(int[] daysObserved, Outcome[] outcomes, @Nullable AalenJohansen larger, double weight) {
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
        int days = 1 + Math.max(last, larger == null ? 0 : larger.lastDay());
        inService = new double[days];
        withdrawn = new double[days];
        active = new double[days];
        estimate(
                Arrays.copyOf(counts[Outcome.IN_SERVICE.ordinal()], days),
                Arrays.copyOf(counts[Outcome.WITHDRAWN.ordinal()], days),
                Arrays.copyOf(counts[Outcome.ACTIVE.ordinal()], days),
                larger,
                weight);
    }

    private void estimate(int[] done, int[] gone, int[] censored, @Nullable AalenJohansen larger, double weight) {
        int watched = size;
        double f = 0;
        double g = 0;
        double s = 1;
        for (int day = 0; day < done.length; day++) {
            double served = done[day];
            double given = gone[day];
            double atRisk = watched;
            if (larger != null && day <= larger.lastDay() && before(larger.active, day, 1) > 0) {
                double each = weight / before(larger.active, day, 1);
                served += each * (larger.inService[day] - before(larger.inService, day, 0));
                given += each * (larger.withdrawn[day] - before(larger.withdrawn, day, 0));
                atRisk += weight;
            }
            double events = served + given;
            if (events > 0 && atRisk > 0) {
                f = Math.min(1, f + s * served / atRisk);
                g = Math.min(1, g + s * given / atRisk);
                s *= Math.max(0, atRisk - events) / atRisk;
            }
            watched -= done[day] + gone[day] + censored[day];
            inService[day] = f;
            withdrawn[day] = g;
            active[day] = s;
        }
    }

    private static double before(double[] curve, int day, double atFirst) {
        return day == 0 ? atFirst : curve[day - 1];
    }

    /** Number of requests. */
    public int size() {
        return size;
    }

    /** The longest time for which a request was watched, of these or of the larger group, days. */
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
