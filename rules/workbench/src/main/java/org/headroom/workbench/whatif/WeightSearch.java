package org.headroom.workbench.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.weight.WeightedCriterion;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each criterion the smallest change of its weight that brings a site among the first, or pushes it out; the other weights change
 * in proportion. All scores move then, each on a straight line as long as it is within the policy's range, and tiers stay. Candidates come
 * from the crossings of these lines and are made sure of by the policy's own arithmetic. Keeps some 30 bytes for each site of the tier. Not
 * safe for several threads.
 */
public final class WeightSearch {
    private static final double WINDOW = 1e-9;
    private static final double[] BEYOND = {0, 1e-9, 1e-7, 1e-5};
    private static final double WIDER = 100;
    private static final double NOT_ENOUGH = 0.99;
    private static final int MAX_NUDGES = 64;

    private final Policy policy;
    private final RankedSites sites;
    private final LineReader reader;
    private final int site;
    private final int top;

    /**
     * Prepares the search.
     *
     * @param policy the policy that gave the scores
     * @param sites the ranking
     * @param site place of the site
     * @param top how many are among the first, at least 1
     */
    public WeightSearch(Policy policy, RankedSites sites, int site, int top) {
        this.policy = policy;
        this.sites = sites;
        this.reader = new LineReader(policy, sites);
        this.site = site;
        this.top = top;
    }

    /** What to change, one line for each criterion whose weight is enough, the smallest change first. */
    public List<WeightChange> changes() {
        if (reader.tier(site) == ScoreBlock.EXCLUDED_TIER) {
            return List.of();
        }
        ScoreLines lines = reader.read(site);
        int quota = top - reader.better();
        boolean wasIn = lines.ahead.cardinality() < quota;
        if (quota <= 0 || quota >= lines.size()) {
            return List.of();
        }
        List<WeightChange> found = new ArrayList<>();
        for (int i = 0; i < policy.criteria().size(); i++) {
            WeightedCriterion entry = policy.criteria().get(i);
            WeightScale scale = new WeightScale(policy.criteria(), i);
            if (scale.others() > 0 && sites.isMeasured(entry.criterion().id())) {
                reader.tilt(lines, entry, scale);
                new OneWeight(lines, entry, scale, quota, wasIn).smallest().ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(change -> Math.abs(change.by())));
        return found;
    }

    /** The search for one criterion. */
    private final class OneWeight {
        private final ScoreLines lines;
        private final WeightedCriterion entry;
        private final WeightScale scale;
        private final int quota;
        private final boolean wasIn;
        private @Nullable ExactWindow window;
        private double found = Double.NaN;

        OneWeight(ScoreLines lines, WeightedCriterion entry, WeightScale scale, int quota, boolean wasIn) {
            this.lines = lines;
            this.entry = entry;
            this.scale = scale;
            this.quota = quota;
            this.wasIn = wasIn;
        }

        Optional<WeightChange> smallest() {
            search(1, scale.others());
            double up = found;
            found = Double.NaN;
            search(-1, Double.isNaN(up) ? scale.weight() : Math.min(up, scale.weight()));
            boolean isUp = Double.isNaN(found) || up <= found;
            double by = isUp ? up : -found;
            return Double.isNaN(by) ? Optional.empty() : Optional.of(change(by));
        }

        private WeightChange change(double size) {
            double to = written(size);
            double by = to - scale.weight();
            double shown = Doubles.shortest(scale.weight(), to, weight -> {
                double step = weight - scale.weight();
                return weight >= 0 && step <= scale.others() && flips(step);
            });
            return new WeightChange(
                    entry.criterion().id(),
                    entry.criterion().label(),
                    scale.weight(),
                    by,
                    to,
                    shown,
                    scale.othersTimes(by),
                    reader.better() + window(by, by).ahead(by) + 1L);
        }

        /** The weight to write: the sum is rounded, and what is written has to do it, not what was added. */
        private double written(double by) {
            double outward = by > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            double to = scale.weight() + by;
            for (int i = 0; i < MAX_NUDGES && !flips(to - scale.weight()); i++) {
                to = Math.nextAfter(to, outward);
            }
            return to;
        }

        private void search(int direction, double range) {
            if (range > 0) {
                new CrossingSweep(lines, direction, range, quota, wasIn)
                        .ask((from, to) -> isSo(direction, range, from, to));
            }
        }

        private boolean isSo(int direction, double range, double from, double to) {
            double yes = firstThatFlips(direction, range, from, to);
            if (Double.isNaN(yes)) {
                return false;
            }
            double width = WINDOW;
            double no = Math.max(0, Math.min(from, yes) - width);
            while (no > 0 && flips(direction * no)) {
                width *= WIDER;
                no = Math.max(0, from - width);
            }
            window(direction * no, direction * yes);
            found = Doubles.first(no, yes, size -> flips(direction * size));
            // Where scores are all but equal, rounding makes them cross more than once.
            while (flips(direction * (NOT_ENOUGH * found))) {
                found *= NOT_ENOUGH;
            }
            return true;
        }

        private double firstThatFlips(int direction, double range, double from, double to) {
            for (double beyond : BEYOND) {
                double size = Math.min(range, from + beyond);
                if ((beyond == 0 || size <= to) && flips(direction * size)) {
                    return size;
                }
            }
            double middle = Math.min(range, from + (to - from) / 2);
            return flips(direction * middle) ? middle : Double.NaN;
        }

        private boolean flips(double by) {
            return window(by, by).ahead(by) < quota != wasIn;
        }

        /** A window that holds two changes, the present one if it does. */
        private ExactWindow window(double one, double other) {
            ExactWindow present = window;
            if (present == null || !present.holds(one) || !present.holds(other)) {
                present = new ExactWindow(
                        policy, sites, lines, scale, Math.min(one, other) - WINDOW, Math.max(one, other) + WINDOW);
                window = present;
            }
            return present;
        }
    }
}
