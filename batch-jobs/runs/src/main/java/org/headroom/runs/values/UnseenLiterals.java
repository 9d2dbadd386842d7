package org.headroom.runs.values;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.NearestName;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.vocabulary.LiteralWords;
import org.headroom.rules.vocabulary.SiteField;

/**
 * Finds texts that rules compare a field with and no site of a run has. They may be meant: a county that has no site yet. Where the words of a
 * field are all known, the check of the policy has held them against those, and nothing is said here.
 */
public final class UnseenLiterals {
    private static final int MOST_COMPARED = 20_000;

    private UnseenLiterals() {}

    /** A doubt for each such text, in the order of the rules. */
    public static List<PolicyProblem> find(List<CheckedRule> rules, SeenValues seen) {
        List<PolicyProblem> doubts = new ArrayList<>();
        for (CheckedRule rule : rules) {
            for (Condition leaf : rule.condition().leaves()) {
                if (leaf instanceof Condition.OneOf oneOf
                        && oneOf.field().kind() == SiteField.Kind.TEXT
                        && LiteralWords.of(oneOf.field()).isEmpty()) {
                    for (String text : oneOf.values()) {
                        if (!seen.has(oneOf.field().name(), text)) {
                            doubts.add(doubt(rule, oneOf.field().name(), text, seen));
                        }
                    }
                }
            }
        }
        return doubts;
    }

    private static PolicyProblem doubt(CheckedRule rule, String field, String text, SeenValues seen) {
        List<String> words = seen.words(field);
        String nearest = words.size() > MOST_COMPARED
                ? ""
                : NearestName.of(text, words)
                        .map(word -> "did you mean \"" + word + "\"?")
                        .orElse("");
        return rule.doubt("no site of run " + seen.run().shownName() + " has the " + field + " \"" + text + "\"")
                .withKind("not-seen")
                .withAdvice(nearest);
    }
}
