package org.headroom.runs.preview;

import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.RuleAction;

/** Finds the rule that decides the gates of a site: the first that holds, or may hold, and gives the answer of all gates together. */
final class DecidingRules {
    /** No rule decides: every gate is passed. */
    static final short NONE = -1;

    private final long[][] masks;
    /** By answer and rule, so that no text is made for a site. */
    private final String[][] reasons;

    /** @param words words of rule bits for each site */
    DecidingRules(Policy policy, int words) {
        List<CheckedRule> rules = policy.rules();
        masks = new long[GateAnswer.values().length][words];
        reasons = new String[GateAnswer.values().length][rules.size()];
        for (CheckedRule rule : rules) {
            for (GateAnswer gate : GateAnswer.values()) {
                reasons[gate.ordinal()][rule.index()] = reason(rule, gate);
            }
            if (rule.isGate()) {
                set(masks[rule.answer().ordinal()], rule.index());
                set(masks[GateAnswer.UNKNOWN.ordinal()], rule.index());
            }
        }
    }

    private static void set(long[] words, int rule) {
        words[rule >>> 6] |= 1L << rule;
    }

    /**
     * Index of the rule that decides for a site.
     *
     * @param gate ordinal of the answer of all gates together
     * @param fired bits of the rules that hold
     * @param undecided bits of the undecided rules
     * @param site place of the site in both
     */
    short of(byte gate, long[] fired, long[] undecided, int site) {
        if (gate == GateAnswer.PASS.ordinal()) {
            return NONE;
        }
        long[] mask = masks[gate];
        long[] bits = gate == GateAnswer.UNKNOWN.ordinal() ? undecided : fired;
        for (int word = 0; word < mask.length; word++) {
            long holding = bits[site * mask.length + word] & mask[word];
            if (holding != 0) {
                return (short) (64 * word + Long.numberOfTrailingZeros(holding));
            }
        }
        return NONE;
    }

    /** What people call the decision: the code of the rule's action; {@code cannot tell: RULE} when it is undecided; empty for none. */
    String reason(short rule, GateAnswer gate) {
        return rule == NONE ? "" : reasons[gate.ordinal()][rule];
    }

    private static String reason(CheckedRule deciding, GateAnswer gate) {
        RuleAction.Kind kind = gate == GateAnswer.FAIL ? RuleAction.Kind.EXCLUDE : RuleAction.Kind.CONDITIONAL;
        return gate == GateAnswer.UNKNOWN
                ? "cannot tell: " + deciding.name()
                : deciding.actions().stream()
                        .filter(action -> action.kind() == kind)
                        .map(RuleAction::code)
                        .findFirst()
                        .orElse(deciding.name());
    }
}
