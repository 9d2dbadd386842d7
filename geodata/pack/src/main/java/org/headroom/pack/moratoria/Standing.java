package org.headroom.pack.moratoria;

/** How a record of a source stands. */
enum Standing {
    PROPOSED,
    ACTIVE,
    EXTENDED,
    REPLACED,
    EXPIRED,
    RESCINDED,
    /** An instrument of which the source leaves open whether it holds: kept, without a status. */
    DOUBTFUL,
    /** Voted down, withdrawn or given up before adoption: no instrument. */
    REJECTED,
    /** A bill that no legislature and governor have enacted: no instrument. */
    BILL,
    /** A dispute, a rule, a call or a list that is no moratorium of one body. */
    OTHER,
    /** Told by another record of the same source. */
    SAME,
    /** The source's words do not say what it is. */
    UNCLEAR;

    /** Whether the record is of an instrument, adopted or proposed. */
    boolean isInstrument() {
        return compareTo(DOUBTFUL) <= 0;
    }

    /** Whether it was adopted, whatever became of it. */
    boolean isAdopted() {
        return isInstrument() && this != PROPOSED;
    }

    /** Whether it takes part in the search for records of one thing. */
    boolean canMatch() {
        return isInstrument() || this == REJECTED;
    }
}
