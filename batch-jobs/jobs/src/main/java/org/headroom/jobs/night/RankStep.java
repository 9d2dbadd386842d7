package org.headroom.jobs.night;

import java.nio.file.Path;
import org.headroom.jobs.rank.RankSort;
import org.headroom.jobs.store.ColumnNaming;
import org.headroom.jobs.store.OrderFile;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.jobs.store.ScoreLayout;
import org.headroom.jobs.store.SiteStore;
import org.headroom.rules.reading.RankBy;

/**
 * The step that puts the sites in order: by tier, in a tier by score, the higher first, and at the same score by site id. Excluded sites
 * come behind the others, by site id. A total order, so it depends on nothing but the sites themselves.
 */
public final class RankStep {
    /** Sites that are sorted together in memory, some 45 MB. */
    private static final int RUN_SITES = 1 << 20;

    private static final int BLOCK = 4096;

    private final NightRun night;

    RankStep(NightRun night) {
        this.night = night;
    }

    public void sort() {
        night.mend("score");
        night.writeBehind().flush(night.work().scores());
        SiteStore sites = night.sites();
        int size = sites.size();
        night.progress().begin("rank", size);
        Path scoreFile = ColumnNaming.scores(night.work().scores());
        ScoreLayout layout = ScoreLayout.read(night.work().scores());
        ScoreFile.complete(scoreFile, size, layout);
        try (ScoreFile scores = ScoreFile.openForReading(scoreFile, size, layout);
                RankSort sort = new RankSort(night.work().path(), Math.min(RUN_SITES, size));
                OrderFile.Writer order = new OrderFile.Writer(night.work().order())) {
            RankBy rankBy = layout.rankBy();
            byte[] tiers = new byte[BLOCK];
            double[] lower = new double[BLOCK];
            double[] upper = new double[BLOCK];
            int[] idPlaces = new int[BLOCK];
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                scores.readTiers(first, count, tiers);
                scores.readBounds(first, count, lower, upper);
                sites.readIdPlaces(first, count, idPlaces);
                for (int i = 0; i < count; i++) {
                    sort.add(tiers[i], rankBy.of(lower[i], upper[i]), idPlaces[i], first + i);
                }
            }
            sort.forEach(order::add);
            order.finish();
        }
        night.progress().advance(size);
    }
}
