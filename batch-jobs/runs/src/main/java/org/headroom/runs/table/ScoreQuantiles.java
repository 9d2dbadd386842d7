package org.headroom.runs.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.store.ScoreFile;

/** Where the scores of the sites that are not excluded are divided into classes of as many sites each, for maps. */
final class ScoreQuantiles {
    /** More do not move a break that anybody can see on a map. */
    private static final int MOST = 200_000;

    private static final int BLOCK = 1 << 13;

    private ScoreQuantiles() {}

    /**
     * The breaks, rising and different; fewer where many scores are equal.
     *
     * @param classes number of classes, at least 2
     * @return empty when all scores are one, or there are none
     */
    static List<Double> of(ScoreFile scores, int sites, int classes) {
        int step = Math.max(1, (sites + MOST - 1) / MOST);
        double[] taken = new double[sites / step + 1];
        int size = 0;
        for (int first = 0; first < sites; first += BLOCK) {
            int count = Math.min(BLOCK, sites - first);
            double[] ranking = new double[count];
            byte[] tiers = new byte[count];
            scores.readRanking(first, count, ranking);
            scores.readTiers(first, count, tiers);
            for (int i = 0; i < count; i++) {
                boolean isTaken =
                        (first + i) % step == 0 && tiers[i] != ScoreBlock.EXCLUDED_TIER && !Double.isNaN(ranking[i]);
                if (isTaken) {
                    taken[size++] = ranking[i];
                }
            }
        }
        Arrays.sort(taken, 0, size);
        List<Double> breaks = new ArrayList<>();
        for (int i = 1; i < classes && size > 0; i++) {
            // To three decimals, as tables show scores, so that what the legend says is what is drawn.
            double at = Math.rint(taken[(int) ((long) i * size / classes)] * 1000) / 1000;
            boolean rises = breaks.isEmpty() ? at > taken[0] : at > breaks.get(breaks.size() - 1);
            if (rises) {
                breaks.add(at);
            }
        }
        return breaks;
    }
}
