package org.headroom.model;

/** How a value came to be known, best first. The order is the order of trust. */
public enum EvidenceClass {
    /** Published by the body that is responsible for the figure. */
    REPORTED,
    /** Measured or mapped by a third party. */
    OBSERVED,
    /** Computed from reported or observed values by a stated formula. */
    DERIVED,
    /** Entered by hand from a document. */
    MANUAL,
    /** Estimated by a model. */
    ESTIMATED,
    /** A coarser value used because the right one is missing, such as a state's price for a county. */
    FALLBACK,
    /** Nothing is known. */
    UNKNOWN;

    /** The less trusted of two classes: what a value derived from both may claim at most. */
    public static EvidenceClass weaker(EvidenceClass a, EvidenceClass b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
