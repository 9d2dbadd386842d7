package org.headroom.rules.outcome;

import org.headroom.model.GateAnswer;

/** The group that a gate's answer puts a site in, where no rule names another. */
public final class Tiers {
    /** Of a site that is excluded. */
    public static final int EXCLUDED = 9;

    private static final int[] USUAL = {1, 2, 2, EXCLUDED};

    private Tiers() {}

    /** @param answer ordinal of a {@link GateAnswer} */
    public static int usual(int answer) {
        return USUAL[answer];
    }
}
