package org.headroom.decide.portfolio;

import org.headroom.rules.reading.RankBy;

/** Which end of what is only known to lie between two figures counts: of headroom, of months, of costs. */
public enum Ends {
    /** The one that is worse for a site. */
    WORST,
    /** The one that is better for a site. */
    BEST;

    /** What goes with the way a policy ranks: the better end where the upper bound of the score ranks, else the worse one. */
    static Ends of(RankBy rankBy) {
        return rankBy == RankBy.UPPER_BOUND ? BEST : WORST;
    }

    /** Of a figure of which more is better. */
    double ofHeadroom(double lower, double upper) {
        return this == WORST ? lower : upper;
    }

    /** Of a figure of which less is better. */
    double ofCost(double lower, double upper) {
        return this == WORST ? upper : lower;
    }
}
