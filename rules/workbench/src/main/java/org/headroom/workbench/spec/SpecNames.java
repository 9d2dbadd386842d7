package org.headroom.workbench.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.RuleAction;

/** Holds the names in what examples expect against the policy, as an expectation of something misspelt says nothing. */
final class SpecNames {
    private final Problems problems;
    private final Set<String> gates;
    private final Set<String> rules;
    private final Set<String> codes;
    private final Set<String> criteria;

    SpecNames(Policy policy, Problems problems) {
        this.problems = problems;
        gates = Set.copyOf(policy.gates());
        rules = policy.rules().stream().map(CheckedRule::name).collect(Collectors.toSet());
        codes = policy.rules().stream()
                .flatMap(rule -> rule.actions().stream())
                .map(RuleAction::code)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        criteria = policy.criteria().stream()
                .map(line -> line.criterion().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void check(SpecExample example) {
        JsonNode expect = example.expect();
        names(example, "gate", keys(expect.path("gates")), gates);
        names(example, "rule", keys(expect.path("adjustments")), rules);
        names(example, "rule", texts(expect.path("undecided")), rules);
        names(example, "code", texts(expect.path("excludedBy")), codes);
        names(example, "criterion of a table", keys(expect.path("utilities")), criteria);
    }

    private void names(SpecExample example, String what, List<String> written, Set<String> known) {
        for (String name : written) {
            if (!known.contains(name)) {
                problems.add(PolicyProblem.error(
                                example.file(),
                                example.line(),
                                "example \"" + example.name() + "\": no " + what + " is named \"" + name + "\"")
                        .withKind("unknown-name")
                        .withAdvice(Advice.nearest(name, known)));
            }
        }
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
