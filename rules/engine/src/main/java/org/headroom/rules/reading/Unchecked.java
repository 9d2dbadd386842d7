package org.headroom.rules.reading;

/** Where sites stand of which a gate cannot tell, when sites are ranked by what is expected. */
public enum Unchecked {
    /** In the tier that the gate would give if what is unknown were worth what is expected of it. */
    AS_EXPECTED,
    /** Behind those that pass: what is ranked first has been checked. */
    SECOND
}
