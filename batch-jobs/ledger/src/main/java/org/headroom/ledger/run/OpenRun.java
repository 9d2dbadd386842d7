package org.headroom.ledger.run;

import java.util.Set;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.SiteStore;

/**
 * The columns of a run, open for reading, with scores and places in memory: 13 bytes a site. Safe for several threads.
 *
 * @param run the run
 * @param columns its columns
 * @param scores by which each site is ranked
 * @param tiers the group that each site is ranked in
 * @param places place of each site in the list, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record OpenRun(LedgerRun run, RunColumns columns, double[] scores, byte[] tiers, int[] places)
        implements AutoCloseable {
    private static final int BLOCK = 1 << 14;

    /** @param criteria ids of those whose measurements are looked at; what the run has not kept is left out */
    public static OpenRun open(LedgerRun run, Set<String> criteria) {
        Set<String> kept = RunColumns.kept(run.files());
        kept.retainAll(criteria);
        RunColumns columns = new RunColumns(run.files(), kept);
        int size = columns.size();
        double[] scores = new double[size];
        byte[] tiers = new byte[size];
        columns.readRanking(0, size, scores);
        columns.readTiers(0, size, tiers);
        return new OpenRun(run, columns, scores, tiers, places(columns.order(), size));
    }

    private static int[] places(OrderFile order, int size) {
        int[] places = new int[size];
        int[] block = new int[BLOCK];
        for (int first = 0; first < size; first += BLOCK) {
            int count = Math.min(BLOCK, size - first);
            order.read(first, count, block);
            for (int i = 0; i < count; i++) {
                places[block[i]] = first + i;
            }
        }
        return places;
    }

    /** Its sites. */
    public SiteStore sites() {
        return columns.sites();
    }

    /** Number of sites, ranked and excluded. */
    public int size() {
        return scores.length;
    }

    @Override
    public void close() {
        columns.close();
    }
}
