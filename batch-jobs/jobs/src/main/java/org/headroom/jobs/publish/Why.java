package org.headroom.jobs.publish;

import java.util.ArrayList;
import java.util.List;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.model.GateAnswer;
import org.headroom.rules.Policy;
import org.headroom.rules.drl.CheckedRule;
import org.headroom.rules.drl.RuleAction;
import org.jspecify.annotations.Nullable;

/** Says in one line why a site does not pass its gates, from the rules that hold and those that are undecided. */
final class Why {
    private final List<CheckedRule> gateRules;
    private final ScoreFile.RuleBit fired;
    private final ScoreFile.RuleBit undecided;

    Why(Policy policy, ScoreFile scores) {
        this.gateRules = policy.rules().stream().filter(CheckedRule::isGate).toList();
        this.fired = scores.fired();
        this.undecided = scores.undecided();
    }

    /** Code of the first rule that excludes the site; null when none does. */
    @Nullable
    String exclusionCode(int site) {
        for (CheckedRule rule : gateRules) {
            if (rule.answer() == GateAnswer.FAIL && fired.isSet(site, rule.index())) {
                for (RuleAction action : rule.actions()) {
                    if (action.kind() == RuleAction.Kind.EXCLUDE) {
                        return action.code();
                    }
                }
            }
        }
        return null;
    }

    /** The reasons of all gate rules that hold, then the gates that are undecided; null when every gate is passed. */
    @Nullable
    String text(int site) {
        List<String> reasons = new ArrayList<>();
        for (CheckedRule rule : gateRules) {
            if (fired.isSet(site, rule.index())) {
                rule.actions().stream()
                        .filter(action -> action.kind().isGate())
                        .forEach(action -> reasons.add(action.reason()));
            }
        }
        for (CheckedRule rule : gateRules) {
            if (undecided.isSet(site, rule.index())) {
                reasons.add("cannot tell: " + rule.name());
            }
        }
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }
}
