package org.headroom.decide.advice;

import org.jspecify.annotations.Nullable;

/**
 * The end of a list of N sites: the last in it and the first that is not. What a site does to the list by what becomes known of it. A site that has
 * no place in a list is worth the lowest score.
 */
final class ListEdge {
    private final @Nullable Standing last;
    private final @Nullable Standing next;
    private final double minimum;

    /**
     * @param last the site of rank N; null where there are fewer
     * @param next the one behind it; null where there is none
     * @param minimum lowest score
     */
    ListEdge(@Nullable Standing last, @Nullable Standing next, double minimum) {
        this.last = last != null && last.isGood() ? last : null;
        this.next = next != null && next.isGood() ? next : null;
        this.minimum = minimum;
    }

    /** Whether a site outside comes into the list with a tier and a score. */
    boolean enters(int tier, double score, int idPlace) {
        return Standing.isGood(tier) && (last == null || !last.isBefore(tier, score, idPlace));
    }

    /** Whether a site inside drops out of it. */
    boolean leaves(int tier, double score, int idPlace) {
        return !Standing.isGood(tier) || next != null && next.isBefore(tier, score, idPlace);
    }

    /** What the list gains when a site enters; never below 0. */
    double gainOfEntry(double score) {
        return Math.max(0, score - (last == null ? minimum : last.score()));
    }

    /** What it gains when one that leaves is known to be worth less than the next; never below 0. */
    double gainOfLeaving(int tier, double score) {
        double worth = Standing.isGood(tier) ? score : minimum;
        return Math.max(0, (next == null ? minimum : next.score()) - worth);
    }

    /** Whether no site with such a best score comes into the list. */
    boolean isOutOfReach(double bestScore) {
        return last != null && last.tier() == 1 && bestScore < last.score();
    }
}
