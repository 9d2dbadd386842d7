package org.headroom.workbench.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Proportion;
import org.headroom.rules.rule.RuleAction;
import org.headroom.rules.value.Words;
import org.headroom.workbench.diff.PolicyChange.Kind;
import org.jspecify.annotations.Nullable;

/** What differs between two sets of rules. Salience is left out, as it changes no result. */
final class RuleChanges {
    private RuleChanges() {}

    static List<PolicyChange> between(List<CheckedRule> before, List<CheckedRule> after) {
        Map<String, CheckedRule> gone = byName(before);
        Map<String, CheckedRule> added = byName(after);
        gone.keySet().removeAll(byName(after).keySet());
        added.keySet().removeAll(byName(before).keySet());
        Map<String, CheckedRule> now = byName(after);
        List<PolicyChange> changes = new ArrayList<>();
        for (CheckedRule rule : before) {
            CheckedRule same = now.get(rule.name());
            if (same != null) {
                compare(rule, same, changes);
                continue;
            }
            Optional<CheckedRule> renamed = added.values().stream()
                    .filter(other -> meaning(other).equals(meaning(rule)))
                    .findFirst();
            if (renamed.isPresent()) {
                added.remove(renamed.get().name());
                changes.add(change(rule, "renamed", rule.name(), renamed.get().name(), false));
            } else {
                changes.add(change(rule, "removed", text(rule), "", true));
            }
        }
        added.values().forEach(rule -> changes.add(change(rule, "added", "", text(rule), true)));
        return changes;
    }

    private static void compare(CheckedRule before, CheckedRule after, List<PolicyChange> changes) {
        if (!before.gate().equals(after.gate())) {
            changes.add(change(before, "gate", before.gate(), after.gate(), true));
        }
        if (!ConditionText.meaning(before.condition()).equals(ConditionText.meaning(after.condition()))) {
            changes.add(change(
                    before,
                    "condition",
                    ConditionText.of(before.condition()),
                    ConditionText.of(after.condition()),
                    true));
        }
        if (!actions(before, true).equals(actions(after, true))) {
            changes.add(change(before, "action", actions(before, false), actions(after, false), true));
        }
        days(
                before,
                "effective",
                before.validity().effective(),
                after.validity().effective(),
                changes);
        days(before, "expires", before.validity().expires(), after.validity().expires(), changes);
        if (!before.source().equals(after.source())) {
            changes.add(change(before, "source", before.source(), after.source(), false));
        }
    }

    /** The days for which a rule was written change no result. */
    private static void days(
            CheckedRule rule,
            String part,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            List<PolicyChange> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(change(
                    rule, part, before == null ? "" : before.toString(), after == null ? "" : after.toString(), false));
        }
    }

    private static PolicyChange change(CheckedRule rule, String part, String before, String after, boolean decides) {
        return new PolicyChange(Kind.RULE, rule.name(), part, before, after, decides);
    }

    private static String text(CheckedRule rule) {
        return (rule.isGate() ? "gate " + rule.gate() + ", " : "") + "when " + ConditionText.of(rule.condition())
                + " then " + actions(rule, false);
    }

    /** The same for rules that do the same to the same sites. */
    private static List<String> meaning(CheckedRule rule) {
        return List.of(rule.gate(), ConditionText.meaning(rule.condition()), actions(rule, true));
    }

    private static String actions(CheckedRule rule, boolean sorted) {
        List<String> all = rule.actions().stream().map(RuleChanges::action).toList();
        return (sorted ? all.stream().sorted() : all.stream()).collect(Collectors.joining("; "));
    }

    static String action(RuleAction action) {
        String first =
                switch (action.kind()) {
                    case EXCLUDE, CONDITIONAL -> "\"" + action.code() + "\"";
                    case BONUS, MALUS, TIER -> amount(action);
                };
        String name =
                switch (action.kind()) {
                    case EXCLUDE -> "exclude";
                    case CONDITIONAL -> "conditional";
                    case BONUS -> "bonus";
                    case MALUS -> "malus";
                    case TIER -> "tier";
                };
        return name + "(" + first + ", \"" + action.reason() + "\")";
    }

    private static String amount(RuleAction action) {
        Proportion in = action.proportion();
        return in == null ? Words.exact(action.amount()) : in.text();
    }

    private static Map<String, CheckedRule> byName(List<CheckedRule> rules) {
        Map<String, CheckedRule> map = new LinkedHashMap<>();
        rules.forEach(rule -> map.put(rule.name(), rule));
        return map;
    }
}
