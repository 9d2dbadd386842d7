package org.headroom.rules.fact;

/** A question about a site that the program answers itself: compiled rules only ask for it by its number. Immutable. */
public interface SiteTest {
    /** Whether it holds for a row for sure, whatever is unknown of it. Allocates nothing. */
    boolean holds(FactBlock block, int row);
}
