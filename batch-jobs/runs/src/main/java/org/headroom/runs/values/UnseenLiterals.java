package org.headroom.runs.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return doubts(
                rules,
                (rule, field, text) ->
                        seen.has(field.name(), text) ? Optional.empty() : Optional.of(doubt(rule, field, text, seen)));
    }

    /** Doubts that need no run: codes of states that are none of the United States. A run shows better whether they are meant. */
    public static List<PolicyProblem> findWithoutRun(List<CheckedRule> rules) {
        return doubts(
                rules, (rule, field, text) -> LiteralWords.doubt(field, text).map(doubt -> rule.doubt(doubt.message())
                        .withKind("unknown-state")
                        .withAdvice(doubt.advice().isEmpty() ? "it may be one of another country" : doubt.advice())));
    }

    /** What is said of a text that a rule compares a field with. */
    private interface Look {
        Optional<PolicyProblem> at(CheckedRule rule, SiteField field, String text);
    }

    private static List<PolicyProblem> doubts(List<CheckedRule> rules, Look look) {
        List<PolicyProblem> doubts = new ArrayList<>();
        for (CheckedRule rule : rules) {
            for (Condition leaf : rule.condition().leaves()) {
                if (leaf instanceof Condition.OneOf oneOf
                        && oneOf.field().kind() == SiteField.Kind.TEXT
                        && LiteralWords.of(oneOf.field()).isEmpty()) {
                    for (String text : oneOf.values()) {
                        look.at(rule, oneOf.field(), text).ifPresent(doubts::add);
                    }
                }
            }
        }
        return doubts;
    }

    private static PolicyProblem doubt(CheckedRule rule, SiteField field, String text, SeenValues seen) {
        List<String> words = seen.words(field.name());
        return rule.doubt("no site of run " + seen.run().shownName() + " has the " + field.name() + " \"" + text + "\"")
                .withKind("not-seen")
                .withAdvice(words.size() > MOST_COMPARED ? "" : LiteralWords.meant(field, text, words));
    }
}
