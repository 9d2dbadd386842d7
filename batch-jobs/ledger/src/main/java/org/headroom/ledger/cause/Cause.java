package org.headroom.ledger.cause;

import java.util.Locale;

/** A kind of input of a run, in the order in which the inputs of one run are replaced by those of the next. */
public enum Cause {
    /** Which sites there are. */
    CANDIDATES,
    /** A layer: the records that measurements are made from, and those that say what a candidate is. */
    DATA,
    /**
     * Figures: the parameters of modules, value functions, what unknown means and the settings of the policy, the request, and the versions of the
     * modules and of Headroom itself.
     */
    PARAMETERS,
    /** The rules of the policy. */
    RULES,
    /** The weights of the policy. */
    WEIGHTS,
    /** The evaluation date. */
    CALENDAR;

    /** As files and people have it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
