package org.headroom.workbench.whatif;

/** All other sites of a ranking, as one site sees them. They stay where they are when only that site's measurements change. */
public interface Others {
    /** The one to beat. */
    Bar bar();

    /** The rank, from 1, that the site would have with this tier and score. */
    long rank(int tier, double score);
}
