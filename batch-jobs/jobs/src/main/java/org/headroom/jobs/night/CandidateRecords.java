package org.headroom.jobs.night;

import org.headroom.jobs.store.SiteWriter;

/** Runs through the records of a candidate source; the other methods speak of the record that {@link #next} went to. */
interface CandidateRecords extends SiteWriter.Attributes {
    /** Goes to the next record; false when there is none. */
    boolean next();

    /** Number of the record in its source, from 1. */
    long number();

    String siteId();

    /** Degrees east. */
    double longitude();

    /** Degrees north. */
    double latitude();
}
