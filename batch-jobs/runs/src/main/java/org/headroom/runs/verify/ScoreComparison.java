package org.headroom.runs.verify;

import java.util.ArrayList;
import java.util.List;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;

/**
 * Compares the score of a site with the one that was derived again, bit by bit.
 *
 * @param policy the policy of both
 * @param families places of the families whose scores were kept
 */
record ScoreComparison(Policy policy, List<Integer> families) {
    /** What differs, one sentence each. */
    List<String> differences(int site, ScoreBlock then, ScoreBlock now) {
        List<String> found = new ArrayList<>();
        compare(found, "lower bound", then.lower(site), now.lower(site));
        compare(found, "upper bound", then.upper(site), now.upper(site));
        compare(found, "confidence", then.confidenceFraction(site), now.confidenceFraction(site));
        compare(found, "tier", then.tier(site), now.tier(site));
        compare(found, "gates", then.gate(site), now.gate(site));
        for (int gate = 0; gate < policy.gates().size(); gate++) {
            compare(found, "gate " + policy.gates().get(gate), then.gateAnswer(gate, site), now.gateAnswer(gate, site));
        }
        for (int rule = 0; rule < policy.rules().size(); rule++) {
            String name = "rule \"" + policy.rules().get(rule).name() + "\" ";
            compare(found, name + "holds", then.isFired(site, rule), now.isFired(site, rule));
            compare(found, name + "is undecided", then.isUndecided(site, rule), now.isUndecided(site, rule));
        }
        for (int rule = 0; rule < policy.rulesInProportion().size(); rule++) {
            String name =
                    "points of rule \"" + policy.rulesInProportion().get(rule).name() + "\"";
            compare(found, name + ", at least", then.leastPoints(rule, site), now.leastPoints(rule, site));
            compare(found, name + ", at most", then.mostPoints(rule, site), now.mostPoints(rule, site));
            compare(found, name + ", expected", then.expectedPoints(rule, site), now.expectedPoints(rule, site));
        }
        for (int family : families) {
            compare(
                    found,
                    "score of " + policy.families().get(family),
                    then.family(family, site),
                    now.family(family, site));
        }
        return found;
    }

    /** Boxed doubles are equal when their bits are; every NaN is the same. */
    private static void compare(List<String> found, String what, Object then, Object now) {
        if (!then.equals(now)) {
            found.add(what + " is " + then + ", but derived again " + now);
        }
    }
}
