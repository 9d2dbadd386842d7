package org.headroom.workbench.whatif;

import java.util.Arrays;
import org.headroom.model.UnknownReason;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.workbench.whatif.ScoreLines.End;

/** Reads what the lines of a site and its rivals are made of, block by block. */
final class LineReader {
    private static final int BLOCK = 4096;

    private final Policy policy;
    private final RankedSites sites;
    private final double[] lower = new double[BLOCK];
    private final double[] upper = new double[BLOCK];
    private final double[] expectedPoints = new double[BLOCK];
    private final byte[] reasons = new byte[BLOCK];
    private final double[] ranking = new double[BLOCK];
    private final byte[] tiers = new byte[BLOCK];
    private final int[] idPlaces = new int[BLOCK];
    private int better;

    LineReader(Policy policy, RankedSites sites) {
        this.policy = policy;
        this.sites = sites;
    }

    /** Number of other sites in better tiers; after {@link #read}. */
    int better() {
        return better;
    }

    int tier(int site) {
        sites.readTiers(site, 1, tiers);
        return tiers[0];
    }

    /** The site and all others of its tier, in the order of their places, without slopes. */
    ScoreLines read(int site) {
        int tier = tier(site);
        int rivals = 0;
        better = 0;
        for (int first = 0; first < sites.size(); first += BLOCK) {
            int count = Math.min(BLOCK, sites.size() - first);
            sites.readTiers(first, count, tiers);
            for (int row = 0; row < count; row++) {
                better += tiers[row] < tier ? 1 : 0;
                rivals += tiers[row] == tier && first + row != site ? 1 : 0;
            }
        }
        ScoreLines lines = new ScoreLines(policy, 1 + rivals);
        sites.readIdPlaces(site, 1, idPlaces);
        int ownPlace = idPlaces[0];
        sites.readRanking(site, 1, ranking);
        double own = ranking[0];
        Sums sums = new Sums(lines.ends());
        int next = 1;
        for (int first = 0; first < sites.size(); first += BLOCK) {
            int count = Math.min(BLOCK, sites.size() - first);
            sites.readTiers(first, count, tiers);
            sites.readIdPlaces(first, count, idPlaces);
            sums.read(first, count, lines);
            sites.readRanking(first, count, ranking);
            for (int row = 0; row < count; row++) {
                if (tiers[row] != tier) {
                    continue;
                }
                int at = first + row == site ? 0 : next++;
                lines.site[at] = first + row;
                for (int end = 0; end < lines.ends(); end++) {
                    lines.criteria[end][at] = sums.criteria[end][row];
                    lines.base[end][at] = sums.criteria[end][row] + sums.adjustments[end][row];
                }
                double score = ranking[row];
                boolean winsTie = idPlaces[row] < ownPlace;
                lines.winsTie.set(at, at > 0 && winsTie);
                lines.ahead.set(at, at > 0 && (score == own ? winsTie : score > own));
            }
        }
        return lines;
    }

    /** Sets the slopes for the change of one weight. */
    void tilt(ScoreLines lines, WeightedCriterion entry, WeightScale scale) {
        int next = 1;
        int own = lines.site[0];
        for (int first = 0; first < sites.size(); first += BLOCK) {
            int count = Math.min(BLOCK, sites.size() - first);
            boolean hasOwn = own >= first && own < first + count;
            if (!hasOwn && (next == lines.size() || lines.site[next] >= first + count)) {
                continue;
            }
            sites.readMeasurements(entry.criterion().id(), first, count, lower, upper, reasons);
            if (hasOwn) {
                tilt(lines, 0, own - first, entry, scale);
            }
            for (; next < lines.size() && lines.site[next] < first + count; next++) {
                tilt(lines, next, lines.site[next] - first, entry, scale);
            }
        }
    }

    private void tilt(ScoreLines lines, int at, int row, WeightedCriterion entry, WeightScale scale) {
        for (int end = 0; end < lines.ends(); end++) {
            double value = value(entry, row, lines.end(end));
            double rest = lines.criteria[end][at] - entry.points(value);
            lines.slope[end][at] = 100 * value - rest / scale.others();
        }
    }

    private double value(WeightedCriterion entry, int row, End end) {
        if (end == End.EXPECTED) {
            return policy.expectation(entry.criterion().id())
                    .map(expected -> expected.mean(lower[row], upper[row], reasons[row]))
                    .orElse(0.0);
        }
        if (Double.isNaN(lower[row])) {
            return end == End.UPPER ? 1 : 0;
        }
        ValueFunction function = entry.value();
        return end == End.UPPER ? function.highest(lower[row], upper[row]) : function.lowest(lower[row], upper[row]);
    }

    /** Points of criteria and of adjustments for the sites of a block, for each end of the score that counts. */
    private final class Sums {
        private final double[][] criteria;
        private final double[][] adjustments;
        private final long[] fired;
        private final long[] undecided;
        private final long[] expected;
        private final int words;

        Sums(int ends) {
            criteria = new double[ends][BLOCK];
            adjustments = new double[ends][BLOCK];
            ScoreBlock.Storage one = policy.newScoreBlock(1).storage();
            words = one.wordsPerSite();
            fired = new long[words * BLOCK];
            undecided = new long[words * BLOCK];
            expected = new long[words * BLOCK];
        }

        void read(int first, int count, ScoreLines lines) {
            sites.readRules(first, count, fired, undecided, expected);
            for (int end = 0; end < lines.ends(); end++) {
                Arrays.fill(criteria[end], 0);
                Arrays.fill(adjustments[end], 0);
            }
            for (WeightedCriterion entry : policy.criteria()) {
                if (entry.weight() > 0) {
                    read(entry, first, count);
                    for (int end = 0; end < lines.ends(); end++) {
                        for (int row = 0; row < count; row++) {
                            criteria[end][row] += entry.points(value(entry, row, lines.end(end)));
                        }
                    }
                }
            }
            int inProportion = 0;
            for (CheckedRule rule : policy.rules()) {
                if (rule.isInProportion()) {
                    sites.readPoints(inProportion++, first, count, lower, upper, expectedPoints);
                    for (int end = 0; end < lines.ends(); end++) {
                        adjustInProportion(rule, count, lines.end(end), adjustments[end]);
                    }
                } else if (rule.points() != 0) {
                    for (int end = 0; end < lines.ends(); end++) {
                        adjust(rule, count, lines.end(end), adjustments[end]);
                    }
                }
            }
        }

        private void read(WeightedCriterion entry, int first, int count) {
            if (sites.isMeasured(entry.criterion().id())) {
                sites.readMeasurements(entry.criterion().id(), first, count, lower, upper, reasons);
            } else {
                Arrays.fill(lower, Double.NaN);
                Arrays.fill(reasons, (byte) UnknownReason.MODULE_FAILED.ordinal());
            }
        }

        /** The points of a rule were read into {@link #lower}, {@link #upper} and {@link #expectedPoints}. */
        private void adjustInProportion(CheckedRule rule, int count, End end, double[] points) {
            double[] all =
                    switch (end) {
                        case LOWER -> lower;
                        case EXPECTED -> expectedPoints;
                        case UPPER -> upper;
                    };
            long[] possible = end == End.EXPECTED ? expected : undecided;
            int word = rule.index() >>> 6;
            long bit = 1L << rule.index();
            for (int row = 0; row < count; row++) {
                if ((fired[row * words + word] & bit) != 0) {
                    points[row] += all[row];
                } else if ((possible[row * words + word] & bit) != 0) {
                    points[row] += switch (end) {
                        case LOWER -> Math.min(0, all[row]);
                        case EXPECTED -> all[row];
                        case UPPER -> Math.max(0, all[row]);
                    };
                }
            }
        }

        private void adjust(CheckedRule rule, int count, End end, double[] points) {
            double all = rule.points();
            double perhaps =
                    switch (end) {
                        case LOWER -> Math.min(0, all);
                        case EXPECTED -> all;
                        case UPPER -> Math.max(0, all);
                    };
            long[] possible = end == End.EXPECTED ? expected : undecided;
            int word = rule.index() >>> 6;
            long bit = 1L << rule.index();
            for (int row = 0; row < count; row++) {
                if ((fired[row * words + word] & bit) != 0) {
                    points[row] += all;
                } else if ((possible[row * words + word] & bit) != 0) {
                    points[row] += perhaps;
                }
            }
        }
    }
}
