package org.headroom.runtime;

/** The state of an execution or a step. */
public enum RunStatus {
    STARTING,
    STARTED,
    STOPPING,
    /** Stopped on request; can be restarted. */
    STOPPED,
    /** Failed, or its process died; can be restarted. */
    FAILED,
    COMPLETED,
    /** Given up; cannot be restarted. */
    ABANDONED;

    /** Whether nothing more happens to the execution by itself. */
    public boolean isOver() {
        return this == STOPPED || this == FAILED || this == COMPLETED || this == ABANDONED;
    }

    /** Whether a restart can go on from here. */
    public boolean isRestartable() {
        return this == STOPPED || this == FAILED;
    }
}
