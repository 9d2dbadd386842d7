package org.headroom.rules.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.NearestName;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;

/** Finds gates that are likely one, misspelt in a rule: a name makes a gate, so a slip makes a further one without a word. */
final class GateFindings {
    private GateFindings() {}

    /** Doubts a gate whose name is a slip away from that of another with more rules, or as many and an earlier one. */
    static void find(List<CheckedRule> rules, Problems problems) {
        Map<String, List<CheckedRule>> byGate = new LinkedHashMap<>();
        rules.stream().filter(CheckedRule::isGate).forEach(rule -> byGate.computeIfAbsent(
                        rule.gate(), gate -> new ArrayList<>())
                .add(rule));
        List<List<CheckedRule>> gates = List.copyOf(byGate.values());
        for (int later = 1; later < gates.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                List<CheckedRule> first = gates.get(earlier);
                List<CheckedRule> second = gates.get(later);
                if (NearestName.areOneSlipApart(
                        first.get(0).gate(), second.get(0).gate())) {
                    boolean isFirstRarer = first.size() < second.size();
                    doubt(isFirstRarer ? first : second, (isFirstRarer ? second : first).get(0), problems);
                }
            }
        }
    }

    private static void doubt(List<CheckedRule> rare, CheckedRule usual, Problems problems) {
        for (CheckedRule rule : rare) {
            problems.add(rule.doubt("it is the gate \"" + rule.gate() + "\" that it answers for, not \"" + usual.gate()
                            + "\" (" + usual.place().text() + "), which is a letter or two away")
                    .withKind("like-gate")
                    .withAdvice("write @gate(" + usual.gate() + ") if that one is meant, else give the new gate a name"
                            + " that nobody takes for it"));
        }
    }
}
