package org.headroom.workbench.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/**
 * Counts the rivals before a site by the policy's own arithmetic, for changes of a weight within a small range: the lines tell of all rivals
 * but those whose scores come close to that of the site, and these are scored. Rivals of which the same is known are scored once.
 */
final class ExactWindow {
    private static final double CLOSE = 1e-7;

    private final Policy policy;
    private final RankedSites sites;
    private final ScoreLines lines;
    private final WeightScale scale;
    private final double from;
    private final double to;
    private final List<Group> groups = new ArrayList<>();
    private final MeasurementBlock measurements;
    private final ScoreBlock scores;
    private int surelyAhead;

    /** Rivals of which the same is known. */
    private static final class Group {
        private final int site;
        private int size;
        private int winTies;

        Group(int site) {
            this.site = site;
        }
    }

    /**
     * Prepares to count.
     *
     * @param from smallest change of the weight
     * @param to largest
     */
    ExactWindow(Policy policy, RankedSites sites, ScoreLines lines, WeightScale scale, double from, double to) {
        this.policy = policy;
        this.sites = sites;
        this.lines = lines;
        this.scale = scale;
        this.from = from;
        this.to = to;
        find();
        List<String> criteria =
                policy.criteria().stream().map(c -> c.criterion().id()).toList();
        measurements = new MeasurementBlock(criteria, groups.size());
        scores = policy.newScoreBlock(groups.size());
        load();
    }

    boolean holds(double by) {
        return by >= from && by <= to;
    }

    /** The first group is that of the site itself, with the rivals that are always its equals. */
    private void find() {
        Map<List<Long>, Group> found = new LinkedHashMap<>();
        double middle = from + (to - from) / 2;
        double near = CLOSE + 2 * ScoreLines.STEEPEST * (to - from) / 2;
        double own = lines.score(0, middle);
        found.put(known(lines.site[0]), new Group(lines.site[0]));
        for (int i = 1; i < lines.size(); i++) {
            double gap = lines.score(i, middle) - own;
            if (gap > near) {
                surelyAhead++;
            } else if (gap >= -near) {
                int site = lines.site[i];
                Group group = found.computeIfAbsent(known(site), k -> new Group(site));
                group.size++;
                group.winTies += lines.winsTie.get(i) ? 1 : 0;
            }
        }
        groups.addAll(found.values());
    }

    /** All that the score of a site hangs on. */
    private List<Long> known(int site) {
        List<Long> bits = new ArrayList<>();
        double[] lower = new double[1];
        double[] upper = new double[1];
        byte[] reasons = new byte[1];
        for (WeightedCriterion entry : policy.criteria()) {
            if (sites.isMeasured(entry.criterion().id())) {
                sites.readMeasurements(entry.criterion().id(), site, 1, lower, upper, reasons);
                bits.add((long) reasons[0]);
                bits.add(Double.doubleToRawLongBits(lower[0]));
                bits.add(Double.doubleToRawLongBits(upper[0]));
            }
        }
        long[] fired = new long[words()];
        long[] undecided = new long[words()];
        long[] expected = new long[words()];
        sites.readRules(site, 1, fired, undecided, expected);
        Arrays.stream(fired).forEach(bits::add);
        Arrays.stream(undecided).forEach(bits::add);
        Arrays.stream(expected).forEach(bits::add);
        double[] points = new double[1];
        for (int rule = 0; rule < policy.rulesInProportion().size(); rule++) {
            sites.readPoints(rule, site, 1, lower, upper, points);
            bits.add(Double.doubleToRawLongBits(lower[0]));
            bits.add(Double.doubleToRawLongBits(upper[0]));
            bits.add(Double.doubleToRawLongBits(points[0]));
        }
        return bits;
    }

    private int words() {
        return policy.newScoreBlock(1).storage().wordsPerSite();
    }

    private void load() {
        double[] lower = new double[1];
        double[] upper = new double[1];
        byte[] reasons = new byte[1];
        long[] fired = new long[words()];
        long[] undecided = new long[words()];
        long[] expected = new long[words()];
        ScoreBlock.Storage bits = scores.storage();
        for (int row = 0; row < groups.size(); row++) {
            int site = groups.get(row).site;
            for (WeightedCriterion entry : policy.criteria()) {
                String id = entry.criterion().id();
                if (sites.isMeasured(id)) {
                    sites.readMeasurements(id, site, 1, lower, upper, reasons);
                    MeasurementColumn.Storage column = measurements.column(id).storage();
                    column.lower()[row] = lower[0];
                    column.upper()[row] = upper[0];
                    column.reason()[row] = reasons[0];
                }
            }
            sites.readRules(site, 1, fired, undecided, expected);
            System.arraycopy(fired, 0, bits.fired(), row * fired.length, fired.length);
            System.arraycopy(undecided, 0, bits.undecided(), row * undecided.length, undecided.length);
            System.arraycopy(expected, 0, bits.expected(), row * expected.length, expected.length);
            double[] points = new double[1];
            for (int rule = 0; rule < policy.rulesInProportion().size(); rule++) {
                sites.readPoints(rule, site, 1, lower, upper, points);
                bits.leastPoints()[rule][row] = lower[0];
                bits.mostPoints()[rule][row] = upper[0];
                bits.expectedPoints()[rule][row] = points[0];
            }
        }
    }

    /** Number of rivals before the site when the weight changes by {@code by}, which the window must hold. */
    int ahead(double by) {
        policy.scoreReweighed(scale.weights(by), measurements, groups.size(), scores);
        double own = scores.ranking(0);
        int ahead = surelyAhead;
        for (int row = 0; row < groups.size(); row++) {
            Group group = groups.get(row);
            double score = scores.ranking(row);
            ahead += score > own ? group.size : score == own ? group.winTies : 0;
        }
        return ahead;
    }
}
