package org.headroom.rules.compile;

import java.util.List;
import java.util.stream.Collectors;
import org.headroom.rules.fact.SiteSource;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.SiteTests;
import org.headroom.rules.vocabulary.SiteFields;

/**
 * What the rule compiler sees. It is written anew from what was understood: field names of the vocabulary, numbers, plain texts, and
 * rule numbers; nothing of the file is passed through.
 *
 * @param drl the rules; rule {@code i} is named {@code Ri}
 * @param site the Java source of the Site class
 */
record RuleSource(String drl, String site) {
    static RuleSource of(List<CheckedRule> rules, SiteFields fields) {
        return new RuleSource(
                drl(rules), SiteSource.of(fields, SiteTests.of(rules).properties()));
    }

    /** Without salience: rules never see one another's effects, so it changes no result. */
    private static String drl(List<CheckedRule> rules) {
        StringBuilder drl = new StringBuilder("package headroom.policy;\nimport org.headroom.rules.Site;\n");
        for (CheckedRule rule : rules) {
            drl.append("rule \"R").append(rule.index());
            drl.append("\"\nwhen\n    $s : Site(").append(constraints(rule.condition()));
            drl.append(")\nthen\n    $s.fire(").append(rule.index()).append(");\nend\n");
        }
        return drl.toString();
    }

    private static String constraints(Condition condition) {
        return condition instanceof Condition.And and
                ? and.parts().stream().map(Condition::drl).collect(Collectors.joining(", "))
                : condition.drl();
    }
}
