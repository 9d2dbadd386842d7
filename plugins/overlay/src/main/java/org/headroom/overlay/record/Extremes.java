package org.headroom.overlay.record;

import org.headroom.model.EvidenceClass;

/** Smallest and greatest of some values, with the records in which they stand. Scratch of one thread. */
public final class Extremes {
    // The nearest of records "at the distance" of their value is the one with the smallest.
    private final Found least = new Found();
    private final Found greatest = new Found();
    private EvidenceClass evidence = EvidenceClass.REPORTED;

    /** Starts with none. */
    public Extremes() {}

    /** Forgets all values. */
    public void clear() {
        least.clear();
        greatest.clear();
        evidence = EvidenceClass.REPORTED;
    }

    /** Takes a value, not NaN. */
    public void add(Source source, int record, double value) {
        least.offer(source, record, value);
        greatest.offer(source, record, -value);
        evidence = EvidenceClass.weaker(evidence, source.given());
    }

    /** Whether there is no value. */
    public boolean isEmpty() {
        return least.source() == null;
    }

    /** The smallest value; Infinity when there is none. */
    public double least() {
        return least.distanceKm();
    }

    /** The greatest value; -Infinity when there is none. */
    public double greatest() {
        return -greatest.distanceKm();
    }

    /** The record of the smallest value, the first of several. */
    public Found leastAt() {
        return least;
    }

    /** The record of the greatest value, the first of several. */
    public Found greatestAt() {
        return greatest;
    }

    /** The weakest of the values' layers. */
    public EvidenceClass evidence() {
        return evidence;
    }
}
