package org.headroom.decide.acceptability;

import org.headroom.runs.preview.BlockThreads;

/**
 * Ranks more sites than can be sorted in every draw: sites are counted by steps of tier and score first, and then each site finds its place among
 * those counts. Who is among the first N is exact; a rank beyond is interpolated within its step, so it is off by less than the sites of one step.
 * Memory does not grow with the sites. Draws all sites twice.
 */
final class SteppedRanks {
    /** Steps of all draws together, of four bytes each; more of them miss the caches, which takes most of the time. */
    private static final int MOST_STEPS = 16_000_000;

    private static final int TIERS = 9;
    private static final int SCORE_BITS = 28;
    private static final int SITES_A_TASK = DrawnSites.SITES_TOGETHER;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final DrawnSites.Source source;
    private final int topN;
    private final int threads;
    private final RankKeys keys;
    private final int shift;
    /** For each draw and step the sites before it. */
    private final int[][] before;
    /** For each draw the step in which the list ends. */
    private final int[] edge;

    SteppedRanks(DrawnSites.Source source, int topN, int threads) {
        this.source = source;
        this.topN = topN;
        this.threads = threads;
        keys = new RankKeys(source.minimum(), source.maximum());
        int bits = 1;
        while (bits < SCORE_BITS && (long) TIERS * (2L << bits) * source.draws() <= MOST_STEPS) {
            bits++;
        }
        shift = SCORE_BITS - bits;
        before = new int[source.draws()][(TIERS << bits) + 1];
        edge = new int[source.draws()];
    }

    Acceptability rank() {
        int draws = source.draws();
        // Each thread has draws of its own, so that none counts in the place of another.
        int parts = Math.max(1, Math.min(threads, draws));
        BlockThreads.run(parts, threads, () -> {
            DrawnSites drawn = source.each().get();
            return part -> count(drawn, (int) ((long) part * draws / parts), (int) ((long) (part + 1) * draws / parts));
        });
        Acceptability out = new Acceptability(source.sites(), draws);
        ListEnds ends = new ListEnds(draws, topN);
        BlockThreads.run(ExactRanks.tasks(source.sites(), SITES_A_TASK), threads, () -> {
            DrawnSites drawn = source.each().get();
            int[] ranks = new int[draws];
            RankPicker picker = new RankPicker();
            return task -> {
                int first = task * SITES_A_TASK;
                int count = Math.min(SITES_A_TASK, source.sites() - first);
                drawn.draw(first, count, 0, draws, (site, tiers, scores) -> {
                    place(site, tiers, scores, ranks, picker, ends, out);
                    out.expectedScore[site] = ExactRanks.mean(scores, draws);
                });
            };
        });
        for (int d = 0; d < draws; d++) {
            ends.take(d, topN - before[d][edge[d]], out.timesInTop);
        }
        return out;
    }

    /** From 0, the best first. */
    private int step(int key) {
        return (key >>> shift) - (1 << SCORE_BITS - shift);
    }

    private void count(DrawnSites drawn, int from, int to) {
        int size = source.sites();
        for (int first = 0; first < size; first += SITES_A_TASK) {
            drawn.draw(first, Math.min(SITES_A_TASK, size - first), from, to, (site, tiers, scores) -> {
                for (int d = from; d < to; d++) {
                    before[d][step(keys.of(tiers[d - from], scores[d - from])) + 1]++;
                }
            });
        }
        for (int d = from; d < to; d++) {
            int[] row = before[d];
            for (int step = 1; step < row.length; step++) {
                row[step] += row[step - 1];
            }
            int end = 0;
            while (end < row.length - 1 && row[end + 1] < topN) {
                end++;
            }
            edge[d] = Math.min(end, row.length - 2);
        }
    }

    private void place(
            int site, byte[] tiers, double[] scores, int[] ranks, RankPicker picker, ListEnds ends, Acceptability out) {
        int inTop = 0;
        long sum = 0;
        double width = 1 << shift;
        double idShare = source.idPlaces()[site] / (double) source.sites();
        for (int d = 0; d < ranks.length; d++) {
            int key = keys.of(tiers[d], scores[d]);
            int step = step(key);
            int[] row = before[d];
            int within = row[step + 1] - row[step];
            boolean isExcluded = RankKeys.isExcluded(key);
            double share = isExcluded ? idShare : (key & (1 << shift) - 1) / width;
            int rank = row[step] + 1 + (int) (share * (within - 1) + 0.5);
            ranks[d] = rank;
            sum += rank;
            if (!isExcluded && step < edge[d]) {
                inTop++;
            } else if (!isExcluded && step == edge[d]) {
                ends.add(d, key, source.idPlaces()[site], site);
            }
        }
        out.timesInTop[site] = inTop;
        out.expectedRank[site] = (double) sum / ranks.length;
        picker.take(ranks);
        out.rankP05[site] = picker.pick(ranks, (int) Math.ceil(LOW * ranks.length));
        out.rankP95[site] = picker.pick(ranks, (int) Math.ceil(HIGH * ranks.length));
    }
}
