package org.headroom.model;

/** The four answers of a gate. UNKNOWN is never a pass. */
public enum GateAnswer {
    PASS,
    CONDITIONAL,
    UNKNOWN,
    FAIL;

    /** The answer of two gates taken together: the more severe one, in the order PASS, CONDITIONAL, UNKNOWN, FAIL. */
    public GateAnswer and(GateAnswer other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
