package org.headroom.workbench.whatif;

import java.util.Arrays;
import java.util.BitSet;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.reading.RankBy;

/**
 * The scores of a site and of its rivals, the other sites of its tier, over the change of one weight: straight lines, held to the policy's
 * range. Good to some 1e-10 points, so what is closer is left to the scorer. Place 0 is the site itself.
 */
final class ScoreLines {
    /** Points below which a difference may come from rounding alone. */
    static final double NOISE = 1e-9;

    /** Points by which a score moves at most when a weight changes by 1. */
    static final double STEEPEST = 100;

    private final RankBy rankBy;
    private final double minimum;
    private final double maximum;
    /** The points of the score interval that rank: one of them, or both ends for their middle. */
    private final End[] ends;

    final int[] site;
    final double[][] criteria;
    final double[][] base;
    final double[][] slope;
    final BitSet ahead = new BitSet();
    final BitSet winsTie = new BitSet();

    ScoreLines(Policy policy, int sites) {
        rankBy = policy.rankBy();
        minimum = policy.minimumScore();
        maximum = policy.maximumScore();
        ends = switch (rankBy) {
            case EXPECTED -> new End[] {End.EXPECTED};
            case LOWER_BOUND -> new End[] {End.LOWER};
            case UPPER_BOUND -> new End[] {End.UPPER};
            case MIDDLE -> new End[] {End.LOWER, End.UPPER};
        };
        site = new int[sites];
        criteria = new double[ends.length][sites];
        base = new double[ends.length][sites];
        slope = new double[ends.length][sites];
    }

    /** A point of the score interval that is a straight line in every weight. */
    enum End {
        LOWER,
        EXPECTED,
        UPPER
    }

    int size() {
        return site.length;
    }

    int ends() {
        return ends.length;
    }

    End end(int index) {
        return ends[index];
    }

    /** What the site of a place is ranked by when the weight changes by {@code by}. */
    double score(int i, double by) {
        double first = held(base[0][i] + by * slope[0][i]);
        return ends() == 1 ? first : rankBy.of(first, Double.NaN, held(base[1][i] + by * slope[1][i]));
    }

    private double held(double score) {
        return Math.min(maximum, Math.max(minimum, score));
    }

    /** Takes the points at which a rival comes before the site or falls behind it. */
    interface Turns {
        /**
         * One turn.
         *
         * @param at size of the change of the weight
         * @param isAhead whether the rival is before the site from there on
         */
        void at(double at, boolean isAhead);
    }

    /**
     * Finds the turns of one rival.
     *
     * @param direction 1 for a rise of the weight, -1 for a fall
     * @param range size of the largest change
     */
    void turns(int i, int direction, double range, Turns turns) {
        if (isEverHeld(0, direction * range) || isEverHeld(i, direction * range)) {
            turnsBetweenKnots(i, direction, range, turns);
            return;
        }
        double gap = score(i, 0) - score(0, 0);
        double growth = score(i, direction * range) - score(0, direction * range) - gap;
        if (Math.abs(gap) <= NOISE) {
            if (Math.abs(growth) > NOISE && growth > 0 != ahead.get(i)) {
                turns.at(range * Math.min(1, NOISE / Math.abs(growth)), growth > 0);
            }
        } else if (gap > 0 ? growth < -gap : growth > -gap) {
            turns.at(range * (-gap / growth), gap < 0);
        }
    }

    private boolean isEverHeld(int i, double by) {
        for (int end = 0; end < ends(); end++) {
            double one = base[end][i];
            double other = one + by * slope[end][i];
            if (Math.min(one, other) < minimum || Math.max(one, other) > maximum) {
                return true;
            }
        }
        return false;
    }

    /** Cuts the range where a score begins or ends to be held; between the cuts all is straight. */
    private void turnsBetweenKnots(int i, int direction, double range, Turns turns) {
        double[] knots = new double[2 + 4 * ends()];
        int count = 0;
        knots[count++] = 0;
        knots[count++] = range;
        for (int end = 0; end < ends(); end++) {
            for (int place : new int[] {0, i}) {
                for (double limit : new double[] {minimum, maximum}) {
                    double at = direction * (limit - base[end][place]) / slope[end][place];
                    if (at > 0 && at < range) {
                        knots[count++] = at;
                    }
                }
            }
        }
        Arrays.sort(knots, 0, count);
        boolean isAhead = ahead.get(i);
        for (int knot = 1; knot < count; knot++) {
            isAhead = piece(i, direction, knots[knot - 1], knots[knot], isAhead, turns);
        }
    }

    private boolean piece(int i, int direction, double from, double to, boolean isAhead, Turns turns) {
        double first = score(i, direction * from) - score(0, direction * from);
        double last = score(i, direction * to) - score(0, direction * to);
        boolean begins;
        boolean finishes;
        if (Math.abs(first) <= NOISE && Math.abs(last) <= NOISE) {
            // Both held to the same bound are equal to the last bit; other ties are not certain.
            begins = first == 0 && last == 0 ? winsTie.get(i) : isAhead;
            finishes = begins;
        } else {
            begins = Math.abs(first) <= NOISE ? last > 0 : first > 0;
            finishes = Math.abs(last) <= NOISE ? begins : last > 0;
        }
        if (begins != isAhead) {
            turns.at(from, begins);
        }
        if (finishes != begins) {
            turns.at(from + (to - from) * (first / (first - last)), finishes);
        }
        return finishes;
    }
}
