package org.headroom.rules.policy;

import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.rules.outcome.Tiers;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.reading.PolicySettings;
import org.headroom.rules.reading.RankBy;
import org.headroom.rules.reading.Unchecked;
import org.headroom.rules.rule.CheckedRule;

/** What the rules that hold, and those that may hold, do to a site's gates, score and tier; always in the order of the rules. */
final class Effects {
    private static final byte PASS = (byte) GateAnswer.PASS.ordinal();
    private static final byte UNKNOWN = (byte) GateAnswer.UNKNOWN.ordinal();
    private static final byte FAIL = (byte) GateAnswer.FAIL.ordinal();
    /** Where a site stands of which nobody knows, but it is expected, that a gate excludes it: that is no verdict, so it comes last. */
    private static final int EXPECTED_TO_FAIL_TIER = ScoreBlock.EXCLUDED_TIER - 1;

    private final PolicySettings settings;
    private final int[] gateOf;
    private final byte[] answer;
    private final double[] points;
    private final int[] tier;
    /** Place among the rules whose points are in proportion; -1 where they are the same for every site. */
    private final int[] inProportion;

    private final boolean isExpected;
    private final boolean tiersAreExpected;

    Effects(PolicyParts parts) {
        settings = parts.settings();
        isExpected = settings.rankBy() == RankBy.EXPECTED;
        tiersAreExpected = isExpected && settings.unchecked() == Unchecked.AS_EXPECTED;
        List<CheckedRule> rules = parts.rules();
        gateOf = new int[rules.size()];
        answer = new byte[rules.size()];
        points = new double[rules.size()];
        tier = new int[rules.size()];
        inProportion = new int[rules.size()];
        int next = 0;
        for (int i = 0; i < gateOf.length; i++) {
            CheckedRule rule = rules.get(i);
            gateOf[i] = parts.gates().indexOf(rule.gate());
            answer[i] = (byte) rule.answer().ordinal();
            points[i] = rule.points();
            tier[i] = rule.tier();
            inProportion[i] = rule.isInProportion() ? next++ : -1;
        }
    }

    /** Finishes rows 0 to {@code size - 1} of which the criteria's points are added up. */
    void apply(int size, ScoreBlock out) {
        int words = out.fired.wordsPerSite();
        for (int row = 0; row < size; row++) {
            out.gate[row] = PASS;
            out.tier[row] = 1;
            for (byte[] gate : out.gateAnswers) {
                gate[row] = PASS;
            }
            int expectedTier = 1;
            for (int word = 0; word < words; word++) {
                long fired = out.fired.word(row, word);
                long either = fired | out.undecided.word(row, word);
                while (either != 0) {
                    int rule = 64 * word + Long.numberOfTrailingZeros(either);
                    boolean holds = (fired & Long.lowestOneBit(either)) != 0;
                    one(out, row, rule, holds);
                    if (isExpected) {
                        expectedTier = Math.max(expectedTier, expect(out, row, rule, holds));
                    }
                    either &= either - 1;
                }
            }
            finish(out, row, expectedTier);
        }
    }

    private void one(ScoreBlock out, int row, int rule, boolean holds) {
        if (gateOf[rule] >= 0) {
            byte[] gate = out.gateAnswers[gateOf[rule]];
            gate[row] = (byte) Math.max(gate[row], holds ? answer[rule] : UNKNOWN);
            out.gate[row] = (byte) Math.max(out.gate[row], gate[row]);
        }
        if (inProportion[rule] >= 0) {
            double least = out.leastPoints[inProportion[rule]][row];
            double most = out.mostPoints[inProportion[rule]][row];
            out.lower[row] += holds ? least : Math.min(0, least);
            out.upper[row] += holds ? most : Math.max(0, most);
            out.tier[row] = (byte) Math.max(out.tier[row], holds ? tier[rule] : 0);
        } else if (holds) {
            out.lower[row] += points[rule];
            out.upper[row] += points[rule];
            out.tier[row] = (byte) Math.max(out.tier[row], tier[rule]);
        } else if (points[rule] > 0) {
            out.upper[row] += points[rule];
        } else {
            out.lower[row] += points[rule];
        }
    }

    /** Adds the points that a rule is expected to give; returns the tier that it is expected to put the site in. */
    private int expect(ScoreBlock out, int row, int rule, boolean holds) {
        if (holds || out.expected.get(row, rule)) {
            out.ranking[row] += inProportion[rule] < 0 ? points[rule] : out.expectedPoints[inProportion[rule]][row];
            if (gateOf[rule] < 0) {
                return tier[rule];
            }
            boolean isVerdict = holds || answer[rule] != FAIL;
            return Math.max(tier[rule], isVerdict ? Tiers.usual(answer[rule]) : EXPECTED_TO_FAIL_TIER);
        }
        return gateOf[rule] >= 0 && out.open.get(row, rule) ? Tiers.usual(UNKNOWN) : 1;
    }

    private void finish(ScoreBlock out, int row, int expectedTier) {
        out.lower[row] = held(out.lower[row]);
        out.upper[row] = held(out.upper[row]);
        out.ranking[row] = settings.rankBy().of(out.lower[row], held(out.ranking[row]), out.upper[row]);
        int usual = Math.max(out.tier[row], Tiers.usual(out.gate[row]));
        out.tier[row] = (byte) (tiersAreExpected ? expectedTier : Math.max(usual, isExpected ? expectedTier : 1));
    }

    private double held(double score) {
        return Math.min(settings.maximum(), Math.max(settings.minimum(), score));
    }
}
