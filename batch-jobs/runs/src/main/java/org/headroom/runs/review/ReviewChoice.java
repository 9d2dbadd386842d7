package org.headroom.runs.review;

import java.util.List;

/**
 * Which sites a review shows.
 *
 * @param top the first so many ranks, at least 0; excluded sites are not among them
 * @param bottom the last so many ranks, at least 0; excluded sites are not among them
 * @param sites ids of further sites, ranked or excluded, in the order in which they shall stand
 */
public record ReviewChoice(int top, int bottom, List<String> sites) {
    public ReviewChoice {
        sites = sites.stream().distinct().toList();
        if (top < 0 || bottom < 0) {
            throw new IllegalArgumentException("the first " + top + " and the last " + bottom + " sites");
        }
    }
}
