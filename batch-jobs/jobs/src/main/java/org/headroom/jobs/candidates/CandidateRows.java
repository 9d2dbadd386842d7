package org.headroom.jobs.candidates;

import org.headroom.runs.store.SiteRows;

/** Runs through the sites of a candidate source, some thousand at a time; the rows are those that {@link #next} went to. */
interface CandidateRows extends SiteRows {
    int MOST = 4096;

    /** Goes to the next sites, at most {@link #MOST}; false when there are none. */
    boolean next();

    /** Number of a row's record in its source, from 1. */
    long number(int row);
}
