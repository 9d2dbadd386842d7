package org.headroom.workbench.diff;

import java.util.List;
import org.headroom.rules.rule.CheckedRule;

/** A rule in the words of a rule file, from what was understood of it. */
public final class RuleText {
    private RuleText() {}

    /** What it asks, without needless parentheses. */
    public static String condition(CheckedRule rule) {
        return ConditionText.of(rule.condition());
    }

    /** What it does, one call each. */
    public static List<String> actions(CheckedRule rule) {
        return rule.actions().stream().map(RuleChanges::action).toList();
    }
}
