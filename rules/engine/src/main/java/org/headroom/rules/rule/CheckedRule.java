package org.headroom.rules.rule;

import java.util.List;
import java.util.stream.Stream;
import org.headroom.model.GateAnswer;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.vocabulary.SiteField;

/**
 * A rule that passed the check.
 *
 * @param index number of the rule in the policy, from 0, by file path and place in the file
 * @param name as in the file; unique in the policy
 * @param place where it begins
 * @param gate name of its gate; empty for a rule that only adjusts
 * @param source where the rule comes from
 * @param validity the days for which it was written
 * @param salience as in the file; it does not change any result, as rules never see one another's effects
 * @param condition what it asks
 * @param actions what it does, at least one
 */
public record CheckedRule(
        int index,
        String name,
        RulePlace place,
        String gate,
        String source,
        Validity validity,
        int salience,
        Condition condition,
        List<RuleAction> actions) {

    public CheckedRule {
        actions = List.copyOf(actions);
    }

    public boolean isGate() {
        return !gate.isEmpty();
    }

    /** What a gate rule answers when it holds: FAIL or CONDITIONAL; PASS for a rule without a gate. */
    public GateAnswer answer() {
        GateAnswer answer = GateAnswer.PASS;
        for (RuleAction action : actions) {
            answer = switch (action.kind()) {
                case EXCLUDE -> answer.and(GateAnswer.FAIL);
                case CONDITIONAL -> answer.and(GateAnswer.CONDITIONAL);
                case BONUS, MALUS, TIER -> answer;
            };
        }
        return answer;
    }

    /** Bonus less malus, in points; those in proportion at their limits. */
    public double points() {
        double points = 0;
        for (RuleAction action : actions) {
            points += action.sign() * action.amount();
        }
        return points;
    }

    /** Whether its points differ from site to site. */
    public boolean isInProportion() {
        return actions.stream().anyMatch(action -> action.proportion() != null);
    }

    /** The fewest points that it can give a site for which it holds. Allocates nothing. */
    public double leastPoints(FactBlock block, int row) {
        double points = 0;
        for (int i = 0; i < actions.size(); i++) {
            RuleAction action = actions.get(i);
            Proportion in = action.proportion();
            int sign = action.sign();
            points += in == null ? sign * action.amount() : sign > 0 ? in.least(block, row) : -in.greatest(block, row);
        }
        return points + 0.0;
    }

    /** The most points that it can give a site for which it holds. Allocates nothing. */
    public double mostPoints(FactBlock block, int row) {
        double points = 0;
        for (int i = 0; i < actions.size(); i++) {
            RuleAction action = actions.get(i);
            Proportion in = action.proportion();
            int sign = action.sign();
            points += in == null ? sign * action.amount() : sign > 0 ? in.greatest(block, row) : -in.least(block, row);
        }
        return points + 0.0;
    }

    /** The fewest in size that it gives for sure: what counts where nothing is expected of what is unknown. Allocates nothing. */
    public double surePoints(FactBlock block, int row) {
        double points = 0;
        for (int i = 0; i < actions.size(); i++) {
            RuleAction action = actions.get(i);
            Proportion in = action.proportion();
            points += action.sign() * (in == null ? action.amount() : in.least(block, row));
        }
        return points + 0.0;
    }

    /** The fields that its condition and its actions read, each once. */
    public List<SiteField> fields() {
        return Stream.concat(
                        condition.fields().stream(),
                        actions.stream()
                                .map(RuleAction::proportion)
                                .flatMap(Stream::ofNullable)
                                .map(Proportion::field))
                .distinct()
                .toList();
    }

    /** The worst tier it names; 0 when it names none. */
    public int tier() {
        return actions.stream()
                .filter(a -> a.kind() == RuleAction.Kind.TIER)
                .mapToInt(a -> (int) a.amount())
                .max()
                .orElse(0);
    }

    /** Comparisons in its condition; a literal of {@code in} counts as one. */
    public int comparisons() {
        return condition.leaves().stream().mapToInt(CheckedRule::size).sum();
    }

    private static int size(Condition leaf) {
        if (leaf instanceof Condition.OneOf oneOf) {
            return oneOf.values().size();
        }
        return leaf instanceof StartsWith starts ? starts.beginnings().size() : 1;
    }

    /** An error at the place of this rule. */
    public PolicyProblem problem(String message) {
        return place.error(name, message);
    }

    /** A doubt at the place of this rule. */
    public PolicyProblem doubt(String message) {
        return place.doubt(name, message);
    }

    /** The same rule with another number. */
    public CheckedRule withIndex(int newIndex) {
        return new CheckedRule(newIndex, name, place, gate, source, validity, salience, condition, actions);
    }
}
