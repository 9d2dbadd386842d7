package org.headroom.jobs.night;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.headroom.jobs.store.ColumnNaming;
import org.headroom.jobs.store.OrderFile;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.jobs.store.SiteStore;
import org.headroom.rules.ScoreBlock;

/**
 * The step that puts the sites in order: by tier, in a tier by score, the higher first, and at the same score by site id. Excluded sites
 * come behind the others, by site id. A total order, so it depends on nothing but the sites themselves.
 */
public final class RankStep {
    private final NightRun night;

    RankStep(NightRun night) {
        this.night = night;
    }

    public void sort() {
        SiteStore sites = night.sites();
        night.progress().begin("rank", sites.size());
        try (ScoreFile scores =
                ScoreFile.openForReading(ColumnNaming.scores(night.work().scores()), sites.size(), night.policy())) {
            IntUnaryOperator tier = scores.tiers();
            IntToDoubleFunction score = scores.rankings();
            int[] order = IntStream.range(0, sites.size()).toArray();
            SiteOrder.sort(order, (a, b) -> {
                int byTier = Integer.compare(tier.applyAsInt(a), tier.applyAsInt(b));
                if (byTier != 0) {
                    return byTier;
                }
                boolean excluded = tier.applyAsInt(a) == ScoreBlock.EXCLUDED_TIER;
                int byScore = excluded ? 0 : Double.compare(score.applyAsDouble(b), score.applyAsDouble(a));
                return byScore != 0 ? byScore : sites.siteId(a).compareTo(sites.siteId(b));
            });
            OrderFile.write(night.work().order(), order);
        }
        night.progress().advance(sites.size());
    }
}
