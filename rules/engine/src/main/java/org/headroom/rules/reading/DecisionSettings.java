package org.headroom.rules.reading;

import org.headroom.rules.file.PolicyYaml;

/**
 * What {@code policy.yaml} says of how sure a rank is.
 *
 * @param topN length of the list that people look at
 * @param draws how often all that is unknown is drawn; 0 for never
 * @param weightRange a weight may be so much smaller or larger, as a share of itself, 0 to 1 exclusive
 * @param unknowns whether what is unknown is drawn from its prior; else it is worth what is expected of it
 * @param intervals whether a measurement that is an interval is drawn from it; else it is worth what is expected of it
 * @param weights whether weights are drawn from their range; else they are as the policy has them
 */
public record DecisionSettings(
        int topN, int draws, double weightRange, boolean unknowns, boolean intervals, boolean weights) {
    /** What holds where a policy says nothing. With so many draws no standard error of a probability comes to 0.5 %. */
    public static final DecisionSettings USUAL = new DecisionSettings(20, 10_240, 0.2, true, true, true);

    static DecisionSettings read(PolicyYaml decision) {
        return new DecisionSettings(
                (int) number(decision, "topN", USUAL.topN),
                (int) number(decision, "draws", USUAL.draws),
                number(decision, "weightRange", USUAL.weightRange),
                isOn(decision, "unknowns"),
                isOn(decision, "intervals"),
                isOn(decision, "weights"));
    }

    private static double number(PolicyYaml decision, String key, double usual) {
        return decision.has(key) ? decision.at(key).number() : usual;
    }

    private static boolean isOn(PolicyYaml decision, String key) {
        return !decision.has(key) || decision.at(key).node().asBoolean();
    }
}
