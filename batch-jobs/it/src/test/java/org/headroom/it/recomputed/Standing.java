package org.headroom.it.recomputed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where a policy puts a site, given what is known of it.
 *
 * @param lower score if all that is unknown turns out for the worst
 * @param upper score if it turns out for the best
 * @param score what ranks
 * @param gate all gates together
 * @param tier 1 first, 9 for excluded
 * @param confidence share of the weight that is known and no stand-in
 * @param families lower end by module, 0 to 1; without those of which nothing is known
 * @param exclusion code of the first rule that excludes; empty for none
 * @param why reasons of the gates that are not passed
 */
public record Standing(
        double lower,
        double upper,
        double score,
        String gate,
        int tier,
        double confidence,
        Map<String, Double> families,
        String exclusion,
        String why) {
    private static final List<String> ANSWERS = List.of("PASS", "CONDITIONAL", "UNKNOWN", "FAIL");

    /** Applies a policy to a site, as it stands on a day. */
    public static Standing of(PolicyFiles policy, LocalDate day, Function<String, Measured> site) {
        if (!policy.rankBy().equals("EXPECTED")) {
            throw new IllegalStateException("ranking by " + policy.rankBy() + " is not done here");
        }
        Map<String, Belief> beliefs = policy.beliefs(day);
        Function<String, Measured> believed = name -> {
            Belief belief = beliefs.get(name);
            Measured known = site.apply(name);
            boolean isExact = known.words().size() == 1 || known.low() == known.high();
            return belief == null || isExact ? known : belief.equivalent(known);
        };
        double expected = 0;
        int expectedTier = 1;
        double lower = 0;
        double upper = 0;
        double confidence = 0;
        double weights = 0;
        Map<String, Double> families = new TreeMap<>();
        Map<String, Double> familyWeights = new TreeMap<>();
        for (WeightedValue line : policy.criteria()) {
            Measured known = site.apply(line.criterion());
            lower += 100 * line.weight() * line.least(known);
            upper += 100 * line.weight() * line.most(known);
            expected += 100 * line.weight() * beliefs.get(line.criterion()).mean(known);
            weights += line.weight();
            familyWeights.merge(line.module(), line.weight(), Double::sum);
            if (known.isKnown()) {
                families.merge(line.module(), line.weight() * line.least(known), Double::sum);
                confidence += known.isFallback() ? 0 : line.weight();
            }
        }
        families.replaceAll((module, sum) -> sum / familyWeights.get(module));
        int gate = 0;
        String exclusion = "";
        List<String> why = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (RuleText rule : policy.rules()) {
            RuleText.Truth truth = rule.holds(site);
            if (truth == RuleText.Truth.NO) {
                continue;
            }
            boolean holds = truth == RuleText.Truth.YES;
            double points = number(rule.argument("bonus")) - number(rule.argument("malus"));
            lower += holds || points < 0 ? points : 0;
            upper += holds || points > 0 ? points : 0;
            RuleText.Truth then = rule.holds(believed);
            if (then == RuleText.Truth.YES) {
                expected += points;
                int named = (int) number(rule.argument("tier"));
                int byGate =
                        rule.gate().isEmpty() ? 1 : rule.argument("exclude").isEmpty() ? 2 : holds ? 9 : 8;
                expectedTier = Math.max(expectedTier, Math.max(named, byGate));
            } else if (then == RuleText.Truth.UNKNOWN && !rule.gate().isEmpty()) {
                expectedTier = Math.max(expectedTier, 2);
            }
            if (!rule.gate().isEmpty()) {
                String code = rule.argument("exclude");
                int answer = !holds ? 2 : code.isEmpty() ? 1 : 3;
                gate = Math.max(gate, answer);
                exclusion = holds && exclusion.isEmpty() ? code : exclusion;
                if (holds) {
                    why.addAll(rule.reasons());
                } else {
                    untold.add("cannot tell: " + rule.name());
                }
            }
        }
        why.addAll(untold);
        lower = Math.min(policy.limit("maximum"), Math.max(policy.limit("minimum"), lower));
        upper = Math.min(policy.limit("maximum"), Math.max(policy.limit("minimum"), upper));
        expected = Math.min(policy.limit("maximum"), Math.max(policy.limit("minimum"), expected));
        return new Standing(
                lower,
                upper,
                expected,
                ANSWERS.get(gate),
                expectedTier,
                confidence / weights,
                families,
                exclusion,
                String.join("; ", why));
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
