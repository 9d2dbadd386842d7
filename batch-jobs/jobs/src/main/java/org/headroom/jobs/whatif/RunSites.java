package org.headroom.jobs.whatif;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.headroom.jobs.run.ExplanationFiles;
import org.headroom.jobs.store.MeasurementFile;
import org.headroom.jobs.store.OrderFile;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.jobs.store.ScoreLayout;
import org.headroom.jobs.store.SiteStore;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.reading.RankBy;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;
import org.headroom.workbench.whatif.Bar;
import org.headroom.workbench.whatif.Others;
import org.headroom.workbench.whatif.RankedSites;

/** The sites of a published run, with their measurements, scores and order. */
final class RunSites implements RankedSites, AutoCloseable {
    private final RankBy rankBy;
    private final SiteStore sites;
    private final ScoreFile scores;
    private final OrderFile order;
    private final Map<String, MeasurementFile> measurements = new HashMap<>();

    RunSites(ExplanationFiles files, Policy policy) {
        rankBy = policy.rankBy();
        sites = new SiteStore(files.sites());
        scores = ScoreFile.openForReading(files.scoreFile(), sites.size(), ScoreLayout.of(policy));
        order = OrderFile.open(files.order());
        for (Criterion criterion : policy.vocabulary().criteria()) {
            Path column = files.measurementFile(criterion.id());
            if (Files.exists(column)) {
                measurements.put(criterion.id(), MeasurementFile.openForReading(column, sites.size()));
            }
        }
    }

    SiteStore store() {
        return sites;
    }

    /** A block of one site. */
    SiteBlock only(int site) {
        return sites.block(site, 1);
    }

    /** The measurements of one site, with a column for every criterion of the policy's vocabulary. */
    MeasurementBlock measurementsOf(int site, Policy policy) {
        MeasurementBlock block = new MeasurementBlock(
                policy.vocabulary().criteria().stream().map(Criterion::id).toList(), 1);
        measurements.forEach((id, file) -> file.read(site, 1, block.column(id)));
        return block;
    }

    /** The place of a site in the order, from 0. */
    int place(int site) {
        return order.find(site);
    }

    /**
     * All other sites, as one sees them.
     *
     * @param site the one
     * @param place its place in the order
     * @param top how many are among the first
     */
    Others without(int site, int place, int top) {
        int rest = size() - 1;
        Bar first = top > rest ? Bar.NONE : key(site, place, top - 1);
        return new Others() {
            @Override
            public Bar bar() {
                return first;
            }

            @Override
            public long rank(int tier, double score) {
                double key = tier == ScoreBlock.EXCLUDED_TIER ? 0 : score;
                int low = 0;
                int high = rest;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (isBefore(key(site, place, middle), tier, key)) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                return low + 1L;
            }
        };
    }

    private static boolean isBefore(Bar other, int tier, double score) {
        if (other.tier() != tier) {
            return other.tier() < tier;
        }
        return other.score() == score ? !other.winsTies() : other.score() > score;
    }

    /** What the order knows of the n-th of the others, from 0; excluded sites count as 0. */
    private Bar key(int site, int place, int other) {
        int[] at = new int[1];
        order.read(other < place ? other : other + 1, 1, at);
        byte[] tier = new byte[1];
        double[] lower = new double[1];
        double[] upper = new double[1];
        int[] own = new int[1];
        int[] its = new int[1];
        scores.readTiers(at[0], 1, tier);
        scores.readBounds(at[0], 1, lower, upper);
        sites.readIdPlaces(site, 1, own);
        sites.readIdPlaces(at[0], 1, its);
        boolean isExcluded = tier[0] == ScoreBlock.EXCLUDED_TIER;
        return new Bar(tier[0], isExcluded ? 0 : rankBy.of(lower[0], upper[0]), own[0] < its[0]);
    }

    @Override
    public int size() {
        return sites.size();
    }

    @Override
    public void readTiers(int first, int count, byte[] tiers) {
        scores.readTiers(first, count, tiers);
    }

    @Override
    public void readScores(int first, int count, double[] lower, double[] upper) {
        scores.readBounds(first, count, lower, upper);
    }

    @Override
    public void readIdPlaces(int first, int count, int[] places) {
        sites.readIdPlaces(first, count, places);
    }

    @Override
    public void readRules(int first, int count, long[] fired, long[] undecided) {
        scores.readFired(first, count, fired);
        scores.readUndecided(first, count, undecided);
    }

    @Override
    public boolean isMeasured(String criterionId) {
        return measurements.containsKey(criterionId);
    }

    @Override
    public void readMeasurements(String criterionId, int first, int count, double[] lower, double[] upper) {
        MeasurementFile file = measurements.get(criterionId);
        if (file == null) {
            throw new IllegalArgumentException("the measurements of " + criterionId + " were not kept");
        }
        file.readBounds(first, count, lower, upper);
    }

    @Override
    public void close() {
        sites.close();
        scores.close();
        order.close();
        measurements.values().forEach(MeasurementFile::close);
    }
}
