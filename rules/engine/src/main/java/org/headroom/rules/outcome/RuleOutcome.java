package org.headroom.rules.outcome;

import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Truth;
import org.headroom.rules.vocabulary.SiteField;

/**
 * What the rules do to one site for measurements that are put in: rules that hold whatever is unknown are counted once, undecided ones are asked
 * again. Not safe for several threads.
 */
final class RuleOutcome {
    private final CheckedRule[] rules;
    private final boolean[][] reads;
    private final boolean[] isGate;
    private final double[] points;
    private final boolean[] inProportion;
    private final int[] tierIfHolds;
    private final FactBlock one;
    private final int[] open;
    private int openCount;
    private int baseTier;
    private double basePoints;
    private int tier;
    private double pointsNow;

    RuleOutcome(PolicyParts parts, boolean[] used, double evaluationDay) {
        List<CheckedRule> all = parts.rules();
        rules = all.toArray(CheckedRule[]::new);
        reads = new boolean[rules.length][used.length];
        isGate = new boolean[rules.length];
        points = new double[rules.length];
        inProportion = new boolean[rules.length];
        tierIfHolds = new int[rules.length];
        open = new int[rules.length];
        for (int i = 0; i < rules.length; i++) {
            for (SiteField field : rules[i].fields()) {
                reads[i][field.slot()] = true;
            }
            inProportion[i] = rules[i].isInProportion();
            isGate[i] = rules[i].isGate();
            points[i] = rules[i].points();
            tierIfHolds[i] =
                    Math.max(rules[i].tier(), Tiers.usual(rules[i].answer().ordinal()));
        }
        one = new FactBlock(parts.vocabulary().fields(), used, List.of(), evaluationDay);
    }

    /**
     * Takes a site.
     *
     * @param block the facts of its block
     * @param fired bits of the rules that hold, {@code words} for each site
     * @param undecided bits of the undecided rules
     */
    void take(FactBlock block, int row, long[] fired, long[] undecided, int words) {
        openCount = 0;
        baseTier = 1;
        basePoints = 0;
        for (int word = 0; word < words; word++) {
            for (long left = fired[row * words + word]; left != 0; left &= left - 1) {
                int rule = Long.SIZE * word + Long.numberOfTrailingZeros(left);
                baseTier = Math.max(baseTier, tierIfHolds[rule]);
                if (inProportion[rule]) {
                    takeInProportion(rule, block, row);
                } else {
                    basePoints += points[rule];
                }
            }
            for (long left = undecided[row * words + word]; left != 0; left &= left - 1) {
                open[openCount++] = Long.SIZE * word + Long.numberOfTrailingZeros(left);
            }
        }
        if (openCount > 0) {
            one.take(block, row);
        }
    }

    /** A rule that holds, but of which it is not known how many points it gives, is asked again as one that is undecided. */
    private void takeInProportion(int rule, FactBlock block, int row) {
        double least = rules[rule].leastPoints(block, row);
        if (least == rules[rule].mostPoints(block, row)) {
            basePoints += least;
        } else {
            open[openCount++] = rule;
        }
    }

    /** Whether a rule is undecided. */
    boolean isOpen() {
        return openCount > 0;
    }

    /** Whether an undecided rule reads a field. */
    boolean reads(int slot) {
        for (int i = 0; i < openCount; i++) {
            if (reads[open[i]][slot]) {
                return true;
            }
        }
        return false;
    }

    /** Makes a field of the site known, where a rule is undecided. */
    void put(int slot, double measurement) {
        one.put(slot, measurement);
    }

    /** Asks the undecided rules; one that stays undecided gives no points, and its gate cannot tell. */
    void decide() {
        begin();
        for (int i = 0; i < openCount; i++) {
            ask(i);
        }
    }

    /** Leaves what the rules give that hold whatever is unknown. */
    void begin() {
        tier = baseTier;
        pointsNow = basePoints;
    }

    /** Number of undecided rules. */
    int openCount() {
        return openCount;
    }

    /** Whether an undecided rule, by its number from 0, reads a field. */
    boolean reads(int number, int slot) {
        return reads[open[number]][slot];
    }

    /** Leaves nothing: tier 1 and no points, so that the next question tells of one rule alone. */
    void beginAlone() {
        tier = 1;
        pointsNow = 0;
    }

    /** Asks one undecided rule, by its number. */
    void ask(int number) {
        int rule = open[number];
        Truth truth = rules[rule].condition().truth(one, 0);
        if (truth == Truth.TRUE) {
            tier = Math.max(tier, tierIfHolds[rule]);
            pointsNow += inProportion[rule] ? rules[rule].surePoints(one, 0) : points[rule];
        } else if (truth == Truth.UNKNOWN && isGate[rule]) {
            tier = Math.max(tier, Tiers.usual(GateAnswer.UNKNOWN.ordinal()));
        }
    }

    /** The tier that the rules give that were asked. */
    int tier() {
        return tier;
    }

    /** The points that they give. */
    double points() {
        return pointsNow;
    }
}
