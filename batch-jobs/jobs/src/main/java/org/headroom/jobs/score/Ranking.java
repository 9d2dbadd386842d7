package org.headroom.jobs.score;

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
        ScoreFile.complete(
                work.columns().scoreFile(),
                size,
                ScoreLayout.read(work.columns().scores()));
        try (RankEntries entries = new RankEntries(work, sites);
                RankSort sort = new RankSort(work.path(), Math.min(RUN_SITES, size));
                OrderFile.Writer order = new OrderFile.Writer(work.columns().order())) {
            entries.forEach(0, size, sort::add);
            sort.forEach(order::add);
            order.finish();
        }
        progress.advance(size);
    }
}
