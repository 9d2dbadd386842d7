package org.headroom.rules.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.RuleAction;

/** Finds rules that say what another one says, or that another one makes pointless. */
final class PairFindings {
    private final Cells cells;
    private final Problems problems;

    /** Names of rules that repeat another one: what is said of that one need not be said of them again. */
    private final Set<String> repeating = new HashSet<>();

    PairFindings(Cells cells, Problems problems) {
        this.cells = cells;
        this.problems = problems;
    }

    void find(List<Placed> rules) {
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                Placed first = rules.get(i);
                Placed second = rules.get(j);
                if (first.rule().isGate() == second.rule().isGate()
                        && !first.rule().name().equals(second.rule().name())
                        && !repeating.contains(first.rule().name())
                        && !repeating.contains(second.rule().name())) {
                    pair(first, second);
                }
            }
        }
    }

    private void pair(Placed first, Placed second) {
        boolean isWithinFirst = isWithin(second, first);
        boolean isWithinSecond = isWithin(first, second);
        if (isWithinFirst && isWithinSecond) {
            same(first.rule(), second.rule());
        } else if (isWithinFirst) {
            narrower(second.rule(), first.rule());
        } else if (isWithinSecond) {
            narrower(first.rule(), second.rule());
        }
    }

    private boolean isWithin(Placed inner, Placed outer) {
        if (outer.region().boxes().size() == 1
                && inner.region().boxes().size() == 1
                && !inner.region()
                        .boxes()
                        .get(0)
                        .cells()
                        .keySet()
                        .containsAll(outer.region().boxes().get(0).cells().keySet())) {
            return false;
        }
        return inner.region().isWithin(outer.region(), cells);
    }

    private void same(CheckedRule first, CheckedRule second) {
        if (first.gate().equals(second.gate()) && effects(first).equals(effects(second))) {
            repeating.add(second.name());
            problems.add(
                    second.problem("it holds for the same sites as the rule " + named(first) + " and does the same")
                            .withKind("duplicate")
                            .withAdvice("delete one of the two"));
        } else if (first.isGate() || (first.points() != 0) == (second.points() != 0)) {
            problems.add(second.doubt("it holds for the same sites as the rule " + named(first))
                    .withKind("same-condition")
                    .withAdvice("write one rule, or tell the two apart"));
        }
    }

    private static List<String> effects(CheckedRule rule) {
        return rule.actions().stream().map(PairFindings::effect).sorted().toList();
    }

    private static String effect(RuleAction action) {
        return action.kind() + " " + action.code() + " " + action.amount() + " " + action.proportion();
    }

    private void narrower(CheckedRule inner, CheckedRule outer) {
        boolean isOvertaken = inner.isGate()
                ? inner.answer().compareTo(outer.answer()) <= 0
                : inner.points() == 0 && outer.tier() >= inner.tier();
        if (isOvertaken) {
            problems.add(inner.doubt("it never decides: wherever it holds, the rule " + named(outer) + " holds too and "
                            + (inner.isGate() ? "answers " + outer.answer() : "names tier " + outer.tier()))
                    .withKind("subsumed")
                    .withAdvice("delete it, or narrow the other rule"));
        }
    }

    private static String named(CheckedRule rule) {
        return "\"" + rule.name() + "\" (" + rule.place().text() + ")";
    }
}
