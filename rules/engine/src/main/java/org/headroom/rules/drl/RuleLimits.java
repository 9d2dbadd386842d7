package org.headroom.rules.drl;

import java.util.List;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;

/** How much rules may hold: what they cost to compile and to run grows with it, and their names and sources are shown in tables. */
final class RuleLimits {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SOURCE = 500;
    private static final int MAX_ACTIONS = 16;

    /** Comparisons of one rule. A method of Java cannot be longer than 64 KB. */
    private static final int MAX_COMPARISONS = 256;

    /** Comparisons of all rules. */
    private static final int MAX_COMPARISONS_TOGETHER = 20_000;

    private RuleLimits() {}

    static void check(List<CheckedRule> rules, Problems problems) {
        int together = 0;
        for (CheckedRule rule : rules) {
            int comparisons = rule.comparisons();
            if (comparisons > MAX_COMPARISONS) {
                add(
                        rule,
                        "it has " + comparisons + " comparisons; at most " + MAX_COMPARISONS
                                + " are allowed in a rule. Write several rules",
                        problems);
            }
            if (together <= MAX_COMPARISONS_TOGETHER && together + comparisons > MAX_COMPARISONS_TOGETHER) {
                add(
                        rule,
                        "with this rule the policy has more than " + MAX_COMPARISONS_TOGETHER
                                + " comparisons, the most that are allowed",
                        problems);
            }
            together += comparisons;
            if (rule.actions().size() > MAX_ACTIONS) {
                add(
                        rule,
                        "it has " + rule.actions().size() + " actions; at most " + MAX_ACTIONS + " are allowed",
                        problems);
            }
            line("name", rule.name(), LONGEST_NAME, rule, problems);
            if (!rule.name().equals(rule.name().strip()) && !rule.name().isBlank()) {
                add(rule, "its name begins or ends with a blank, which nobody sees", problems);
            }
            line("source", rule.source(), LONGEST_SOURCE, rule, problems);
        }
    }

    private static void line(String what, String text, int longest, CheckedRule rule, Problems problems) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            add(rule, "its " + what + " must be one line of 1 to " + longest + " characters", problems);
        }
    }

    private static void add(CheckedRule rule, String message, Problems problems) {
        String name = rule.name().lines().findFirst().orElse("");
        problems.add(rule.place().error(name.substring(0, Math.min(LONGEST_NAME, name.length())), message));
    }
}
