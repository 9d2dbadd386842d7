package org.headroom.decide.acceptability;

import org.headroom.runs.preview.BlockThreads;

/** Ranks all sites in every draw by sorting; four bytes a site and draw. */
final class ExactRanks {
    /** Sites and draws that fit into 150 MB: the counties and mines of the United States in 10,240 draws do. */
    static final long MOST_CELLS = 36_000_000;

    private static final int SITES_A_TASK = 32;
    /** Draws whose keys share a line of the cache. */
    private static final int DRAWS_A_TASK = 16;

    private final DrawnSites.Source source;
    private final int topN;
    private final int threads;

    ExactRanks(DrawnSites.Source source, int topN, int threads) {
        this.source = source;
        this.topN = topN;
        this.threads = threads;
    }

    Acceptability rank() {
        int size = source.sites();
        Acceptability out = new Acceptability(size, source.draws());
        int[][] cells = new int[size][];
        int[] siteOf = siteOf();
        RankKeys keys = new RankKeys(source.minimum(), source.maximum());
        BlockThreads.run(tasks(size, SITES_A_TASK), threads, () -> {
            DrawnSites drawn = source.each().get();
            return task -> {
                int first = task * SITES_A_TASK;
                drawn.draw(first, Math.min(SITES_A_TASK, size - first), 0, source.draws(), (site, tiers, scores) -> {
                    cells[site] = keys(keys, tiers, scores);
                    out.expectedScore[site] = mean(scores, source.draws());
                });
            };
        });
        BlockThreads.run(tasks(source.draws(), DRAWS_A_TASK), threads, () -> {
            long[][] columns = new long[DRAWS_A_TASK][size];
            KeySort sort = new KeySort(size);
            return task -> rank(cells, task * DRAWS_A_TASK, siteOf, columns, sort);
        });
        BlockThreads.run(tasks(size, SITES_A_TASK), threads, () -> {
            RankQuantiles quantiles = new RankQuantiles(size);
            return task -> {
                for (int site = task * SITES_A_TASK; site < Math.min(size, (task + 1) * SITES_A_TASK); site++) {
                    quantiles.finish(cells[site], topN, site, out);
                }
            };
        });
        return out;
    }

    static int tasks(int size, int together) {
        return (size + together - 1) / together;
    }

    private int[] keys(RankKeys keys, byte[] tiers, double[] scores) {
        int[] row = new int[source.draws()];
        for (int d = 0; d < row.length; d++) {
            row[d] = keys.of(tiers[d], scores[d]);
        }
        return row;
    }

    static double mean(double[] scores, int draws) {
        double sum = 0;
        for (int d = 0; d < draws; d++) {
            sum += scores[d];
        }
        return sum / draws;
    }

    /** The site at each place by id. */
    private int[] siteOf() {
        int[] idPlaces = source.idPlaces();
        int[] siteOf = new int[idPlaces.length];
        for (int site = 0; site < idPlaces.length; site++) {
            siteOf[idPlaces[site]] = site;
        }
        return siteOf;
    }

    /** Puts ranks in the place of keys, for some draws; below 0 where a site is excluded. */
    private void rank(int[][] cells, int first, int[] siteOf, long[][] columns, KeySort sort) {
        int count = Math.min(DRAWS_A_TASK, source.draws() - first);
        for (int place = 0; place < siteOf.length; place++) {
            int[] row = cells[siteOf[place]];
            for (int d = 0; d < count; d++) {
                columns[d][place] = (row[first + d] & 0xFFFF_FFFFL) << (Integer.SIZE - 1) | place;
            }
        }
        for (int d = 0; d < count; d++) {
            long[] sorted = sort.sort(columns[d]);
            for (int place = 0; place < sorted.length; place++) {
                long one = sorted[place];
                boolean isExcluded = RankKeys.isExcluded((int) (one >>> (Integer.SIZE - 1)));
                cells[siteOf[(int) (one & Integer.MAX_VALUE)]][first + d] = isExcluded ? -(place + 1) : place + 1;
            }
        }
    }
}
