package org.headroom.runs.log;

import java.util.ArrayList;
import java.util.List;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.runs.RunColumns;

/**
 * For how many sites of a run a rule holds.
 *
 * @param rule the rule
 * @param holds sites for which it holds
 * @param undecided sites of which it cannot be told
 */
public record RuleCounts(CheckedRule rule, long holds, long undecided) {
    private static final int BLOCK = 4096;

    /**
     * All rules in the order of the policy.
     *
     * @param run the columns of the run
     * @param policy the policy of the run
     */
    public static List<RuleCounts> of(RunColumns run, Policy policy) {
        int rules = policy.rules().size();
        int words = run.scores().wordsPerSite();
        long[] holds = new long[rules];
        long[] open = new long[rules];
        long[] fired = new long[BLOCK * words];
        long[] undecided = new long[BLOCK * words];
        for (int first = 0; first < run.size(); first += BLOCK) {
            int count = Math.min(BLOCK, run.size() - first);
            run.scores().readFired(first, count, fired);
            run.scores().readUndecided(first, count, undecided);
            for (int row = 0; row < count; row++) {
                for (int rule = 0; rule < rules; rule++) {
                    int word = row * words + (rule >>> 6);
                    holds[rule] += fired[word] >>> rule & 1;
                    open[rule] += undecided[word] >>> rule & 1;
                }
            }
        }
        List<RuleCounts> counts = new ArrayList<>();
        for (CheckedRule rule : policy.rules()) {
            counts.add(new RuleCounts(rule, holds[rule.index()], open[rule.index()]));
        }
        return counts;
    }
}
