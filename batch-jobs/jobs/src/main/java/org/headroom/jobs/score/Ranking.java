package org.headroom.jobs.score;

import java.nio.file.Path;
import org.headroom.jobs.step.Progress;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.rank.RankSort;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;

/**
 * The step that puts the sites in order: by tier, in a tier by score, the higher first, and at the same score by site id. Excluded sites
 * come behind the others, by site id. A total order, so it depends on nothing but the sites themselves.
 */
public final class Ranking {
    /** Sites that are sorted together in memory, some 45 MB. */
    private static final int RUN_SITES = 1 << 20;

    private static final int BLOCK = 4096;

    private final WorkFolder work;
    private final SiteStore sites;
    private final Progress progress;

    public Ranking(WorkFolder work, SiteStore sites, Progress progress) {
        this.work = work;
        this.sites = sites;
        this.progress = progress;
    }

    /** Sorts by the scores, which are all there. */
    public void sort() {
        int size = sites.size();
        progress.begin("rank", size);
        Path scoreFile = work.columns().scoreFile();
        ScoreLayout layout = ScoreLayout.read(work.columns().scores());
        ScoreFile.complete(scoreFile, size, layout);
        try (ScoreFile scores = ScoreFile.openForReading(scoreFile, size, layout);
                RankSort sort = new RankSort(work.path(), Math.min(RUN_SITES, size));
                OrderFile.Writer order = new OrderFile.Writer(work.columns().order())) {
            byte[] tiers = new byte[BLOCK];
            double[] ranking = new double[BLOCK];
            int[] idPlaces = new int[BLOCK];
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                scores.readTiers(first, count, tiers);
                scores.readRanking(first, count, ranking);
                sites.readIdPlaces(first, count, idPlaces);
                for (int i = 0; i < count; i++) {
                    sort.add(tiers[i], ranking[i], idPlaces[i], first + i);
                }
            }
            sort.forEach(order::add);
            order.finish();
        }
        progress.advance(size);
    }
}
