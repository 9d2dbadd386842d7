package org.headroom.rules.policy;

import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.reading.PolicySettings;
import org.headroom.rules.rule.CheckedRule;

/** What the rules that hold, and those that may hold, do to a site's gates, score and tier; always in the order of the rules. */
final class Effects {
    private static final byte PASS = (byte) GateAnswer.PASS.ordinal();
    private static final byte UNKNOWN = (byte) GateAnswer.UNKNOWN.ordinal();
    private static final int[] DEFAULT_TIER = {1, 2, 2, ScoreBlock.EXCLUDED_TIER};

    private final PolicySettings settings;
    private final int[] gateOf;
    private final byte[] answer;
    private final double[] points;
    private final int[] tier;

    Effects(PolicyParts parts) {
        settings = parts.settings();
        List<CheckedRule> rules = parts.rules();
        gateOf = new int[rules.size()];
        answer = new byte[rules.size()];
        points = new double[rules.size()];
        tier = new int[rules.size()];
        for (int i = 0; i < gateOf.length; i++) {
            CheckedRule rule = rules.get(i);
            gateOf[i] = parts.gates().indexOf(rule.gate());
            answer[i] = (byte) rule.answer().ordinal();
            points[i] = rule.points();
            tier[i] = rule.tier();
        }
    }

    void apply(int size, ScoreBlock out) {
        int words = out.fired.wordsPerSite();
        for (int row = 0; row < size; row++) {
            out.gate[row] = PASS;
            out.tier[row] = 1;
            for (byte[] gate : out.gateAnswers) {
                gate[row] = PASS;
            }
            for (int word = 0; word < words; word++) {
                long fired = out.fired.word(row, word);
                long either = fired | out.undecided.word(row, word);
                while (either != 0) {
                    int bit = Long.numberOfTrailingZeros(either);
                    one(out, row, 64 * word + bit, (fired & 1L << bit) != 0);
                    either &= either - 1;
                }
            }
            finish(out, row);
        }
    }

    private void one(ScoreBlock out, int row, int rule, boolean holds) {
        if (gateOf[rule] >= 0) {
            byte[] gate = out.gateAnswers[gateOf[rule]];
            gate[row] = (byte) Math.max(gate[row], holds ? answer[rule] : UNKNOWN);
            out.gate[row] = (byte) Math.max(out.gate[row], gate[row]);
        }
        if (holds) {
            out.lower[row] += points[rule];
            out.upper[row] += points[rule];
            out.tier[row] = (byte) Math.max(out.tier[row], tier[rule]);
        } else if (points[rule] > 0) {
            out.upper[row] += points[rule];
        } else {
            out.lower[row] += points[rule];
        }
    }

    private void finish(ScoreBlock out, int row) {
        out.lower[row] = Math.min(settings.maximum(), Math.max(settings.minimum(), out.lower[row]));
        out.upper[row] = Math.min(settings.maximum(), Math.max(settings.minimum(), out.upper[row]));
        out.ranking[row] = settings.rankBy().of(out.lower[row], out.upper[row]);
        out.tier[row] = (byte) Math.max(out.tier[row], DEFAULT_TIER[out.gate[row]]);
    }
}
