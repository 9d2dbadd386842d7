package org.headroom.decide.acceptability;

import java.util.Arrays;

/** For each draw the sites in the step of the score in which the list of N ends. Safe for several threads until they are taken. */
final class ListEnds {
    private static final int FIRST_ROOM = 8;
    private static final int LEAST_ROOM = 64;

    private final int topN;
    private final long[][] orders;
    private final int[][] sites;
    private final int[] sizes;

    /** @param topN the most sites of a draw that can be wanted */
    ListEnds(int draws, int topN) {
        this.topN = topN;
        orders = new long[draws][FIRST_ROOM];
        sites = new int[draws][FIRST_ROOM];
        sizes = new int[draws];
    }

    /** Adds a site; in a draw there are few. */
    synchronized void add(int draw, int key, int idPlace, int site) {
        if (sizes[draw] == Math.max(LEAST_ROOM, 4 * topN)) {
            keepBest(draw);
        }
        int size = sizes[draw]++;
        if (size == sites[draw].length) {
            orders[draw] = Arrays.copyOf(orders[draw], 2 * size);
            sites[draw] = Arrays.copyOf(sites[draw], 2 * size);
        }
        orders[draw][size] = (key & 0xFFFF_FFFFL) << (Integer.SIZE - 1) | idPlace;
        sites[draw][size] = site;
    }

    /** Forgets those that cannot be wanted, so that many sites with the same score take no room. */
    private void keepBest(int draw) {
        long[] sorted = Arrays.copyOf(orders[draw], sizes[draw]);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < sizes[draw]; i++) {
            if (orders[draw][i] <= sorted[topN - 1]) {
                orders[draw][kept] = orders[draw][i];
                sites[draw][kept++] = sites[draw][i];
            }
        }
        sizes[draw] = kept;
    }

    /** Counts the best of a draw as being in the list. */
    void take(int draw, int wanted, int[] timesInTop) {
        long[] sorted = Arrays.copyOf(orders[draw], sizes[draw]);
        Arrays.sort(sorted);
        if (wanted <= 0 || sorted.length == 0) {
            return;
        }
        long last = sorted[Math.min(wanted, sorted.length) - 1];
        for (int i = 0; i < sizes[draw]; i++) {
            timesInTop[sites[draw][i]] += orders[draw][i] <= last ? 1 : 0;
        }
    }
}
