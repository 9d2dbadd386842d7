package org.headroom.report.data;

/** What a page says in place of a part that a run does not have. */
public final class Missing {
    /** In place of what moved. */
    public static final String MOVED = "There is no night before to compare with.";

    /** In place of what comes up. */
    public static final String COMING_UP = "This run keeps no calendar.";

    /** In place of the call list. */
    public static final String ADVICE =
            "The policy of this run draws nothing, so it cannot be said which unknown is worth a call.";

    /** In place of a portfolio. */
    public static final String PORTFOLIO =
            "No set of sites was sought here: \"headroom portfolio --sites 5\" finds the best one.";

    private Missing() {}
}
