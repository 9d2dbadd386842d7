package org.headroom.queuepressure;

import java.time.LocalDate;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one layer as they stood on the evaluation date. A request that entered later does not exist yet; one that was
 * withdrawn or went into service later is still active. What the dates do not settle stays open: a request that may have been
 * active is {@link #mayBeActive} without being {@link #isActive}.
 */
final class RequestStates {
    private static final byte NO = 0;
    private static final byte MAYBE = 1;
    private static final byte YES = 2;

    private final FeatureLayer layer;
    private final int dataDay;
    private final @Nullable String[] sides;
    private final @Nullable String[] statuses;
    private final @Nullable String[] uses;
    private final double[] placeCounts;
    private final int[] queueDays;
    private final int[] withdrawnDays;
    private final int[] inServiceDays;
    private final boolean datesDecide;
    private final int evaluationDay;

    RequestStates(FeatureLayer layer, LocalDate evaluationDate) {
        this.layer = layer;
        sides = layer.texts("side");
        statuses = layer.texts("queueStatus");
        uses = layer.texts("recordUse");
        placeCounts = layer.numbers("possiblePlaceCount");
        queueDays = layer.dates("queueDate");
        withdrawnDays = layer.dates("withdrawnDate");
        inServiceDays = layer.dates("inServiceDate");
        evaluationDay = Math.toIntExact(evaluationDate.toEpochDay());
        LocalDate asOf = layer.asOf();
        int described = asOf == null ? latestDay() : Math.toIntExact(asOf.toEpochDay());
        dataDay = Math.min(described, evaluationDay);
        datesDecide = evaluationDay < described;
    }

    /** Latest day on record; the evaluation day when there is none, or when it is not past yet. */
    private int latestDay() {
        int latest = FeatureLayer.NO_DATE;
        for (int[] days : new int[][] {queueDays, withdrawnDays, inServiceDays}) {
            for (int day : days) {
                latest = Math.max(latest, day);
            }
        }
        return latest == FeatureLayer.NO_DATE ? evaluationDay : latest;
    }

    FeatureLayer layer() {
        return layer;
    }

    /** The day that the data describe, not after the evaluation date, in days since 1970-01-01. */
    int dataDay() {
        return dataDay;
    }

    /** Whether the request is of the side, or of neither known side and so possibly of this one. */
    boolean mayBe(Side side, int record) {
        return is(side, record) || !(is(Side.LOAD, record) || is(Side.GENERATION, record));
    }

    boolean is(Side side, int record) {
        return side.name().equals(sides[record]);
    }

    /** Whether the request may stand in a queue round a site; one of a past cohort only tells how long requests take. */
    boolean isForSums(int record) {
        return !"CURVES".equals(uses[record]);
    }

    boolean exists(int record) {
        return isForSums(record) && entered(record) != NO;
    }

    /** Whether the request lies where it is drawn, rather than in one of several areas that are drawn as one. */
    boolean isPlaced(int record) {
        return !(placeCounts[record] > 1);
    }

    boolean isActive(int record) {
        return entered(record) == YES && finished(record) == NO;
    }

    boolean mayBeActive(int record) {
        return exists(record) && finished(record) != YES;
    }

    /** Whether the list calls the request withdrawn, on whatever day. */
    boolean isListedWithdrawn(int record) {
        return "WITHDRAWN".equals(statuses[record]);
    }

    boolean isWithdrawn(int record) {
        return entered(record) == YES && finished(record) == YES && "WITHDRAWN".equals(statuses[record]);
    }

    boolean mayBeWithdrawn(int record) {
        return exists(record) && finished(record) != NO && !"OPERATIONAL".equals(statuses[record]);
    }

    /**
     * Days from entry to the evaluation date, from where the horizon counts; -1 when the day of entry is not on record. An older list of
     * open requests is the newest word on them, so they are taken to be open still.
     */
    int ageDays(int record) {
        int day = entryDay(record);
        return day == FeatureLayer.NO_DATE ? -1 : Math.max(0, evaluationDay - day);
    }

    /**
     * Days for which the request was watched, or -1 when it cannot be used for a curve: not meant for it, entry unknown, before the first day or after
     * the day that the data describe; or finished on a day that is unknown or not after the entry.
     */
    int watchedDays(int record, int earliestQueueDay) {
        int entry = entryDay(record);
        if ("SUMS".equals(uses[record])
                || entry == FeatureLayer.NO_DATE
                || entry < earliestQueueDay
                || entry > dataDay) {
            return -1;
        }
        int end = endDay(record);
        if (end == FeatureLayer.NO_DATE) {
            return isUnfinishedStatus(record) ? dataDay - entry : -1;
        }
        return end <= entry ? -1 : Math.min(end, dataDay) - entry;
    }

    /** How the watching ended; only where {@link #watchedDays} is not -1. */
    AalenJohansen.Outcome outcome(int record) {
        int end = endDay(record);
        if (end == FeatureLayer.NO_DATE || end > dataDay) {
            return AalenJohansen.Outcome.ACTIVE;
        }
        return "WITHDRAWN".equals(statuses[record])
                ? AalenJohansen.Outcome.WITHDRAWN
                : AalenJohansen.Outcome.IN_SERVICE;
    }

    private boolean isUnfinishedStatus(int record) {
        return "ACTIVE".equals(statuses[record]) || "SUSPENDED".equals(statuses[record]);
    }

    private int endDay(int record) {
        if ("WITHDRAWN".equals(statuses[record])) {
            return withdrawnDays[record];
        }
        return "OPERATIONAL".equals(statuses[record]) ? inServiceDays[record] : FeatureLayer.NO_DATE;
    }

    private byte entered(int record) {
        int day = entryDay(record);
        if (day != FeatureLayer.NO_DATE) {
            return day <= evaluationDay ? YES : NO;
        }
        return datesDecide ? MAYBE : YES;
    }

    /** Day of entry; missing when it is said to lie after the request's own end, which cannot be. */
    private int entryDay(int record) {
        int end = endDay(record);
        return end != FeatureLayer.NO_DATE && queueDays[record] > end ? FeatureLayer.NO_DATE : queueDays[record];
    }

    private byte finished(int record) {
        if (isUnfinishedStatus(record)) {
            return NO;
        }
        if (!"WITHDRAWN".equals(statuses[record]) && !"OPERATIONAL".equals(statuses[record])) {
            return MAYBE;
        }
        int end = endDay(record);
        if (end != FeatureLayer.NO_DATE) {
            return end <= evaluationDay ? YES : NO;
        }
        return datesDecide ? MAYBE : YES;
    }
}
