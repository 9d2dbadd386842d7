package org.headroom.rules.weight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.value.Words;

/** Turns the judgements on one group of {@code weights.yaml} into weights. Where there is a problem, the result means nothing. */
final class WeightMethods {
    private static final String KIND = "weights";
    private static final double TOLERANCE = 1e-9;
    private static final double LARGEST_SWING = 100;

    private final List<String> members;
    private boolean isMisspelt;

    /** @param members all that has to be weighed */
    WeightMethods(List<String> members) {
        this.members = members;
    }

    /**
     * What came of the judgements.
     *
     * @param weights 0 to 1 by member; they sum to 1
     * @param judges how many judged
     * @param consistencyRatio the largest of any judge and of all together; 0 where nothing was compared in pairs
     */
    record Result(Map<String, Double> weights, int judges, double consistencyRatio) {}

    /** Judgements by the method that is their key. */
    Result read(PolicyYaml judgements) {
        isMisspelt = false;
        return switch (judgements.key()) {
            case "direct" -> new Result(direct(judgements), 1, 0);
            case "swing" -> new Result(swing(judgements), 1, 0);
            case "rankOrderCentroid" -> new Result(rankOrder(judgements), 1, 0);
            case "ahp" -> ahp(judgements);
            default -> throw new IllegalArgumentException("the method " + judgements.key() + " is not known");
        };
    }

    private Map<String, Double> direct(PolicyYaml shares) {
        Map<String, Double> weights = figures(shares);
        double sum = sum(weights);
        if (!(Math.abs(sum - 1) <= TOLERANCE) && !isMisspelt) {
            shares.error(KIND, "the shares sum to " + Words.number(sum) + ", they must sum to 1");
        }
        return weights;
    }

    /** Each swing by the sum of all (von Winterfeldt and Edwards, 1986). */
    private Map<String, Double> swing(PolicyYaml swings) {
        Map<String, Double> weights = figures(swings);
        double largest =
                weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (largest != LARGEST_SWING && !isMisspelt) {
            swings.error(
                    KIND,
                    "the largest swing is " + Words.number(largest)
                            + "; give 100 to the one that is worth most, and to the others their share of it");
        }
        double sum = sum(weights);
        weights.replaceAll((name, swing) -> swing / sum);
        return weights;
    }

    private Map<String, Double> rankOrder(PolicyYaml order) {
        List<String> names = new ArrayList<>();
        for (PolicyYaml item : order.items()) {
            if (names.contains(item.text())) {
                item.error(KIND, item.text() + " stands in the order twice");
            } else if (isMember(item.text(), item)) {
                names.add(item.text());
            }
        }
        requireAll(names, order);
        return byName(names, RankOrderCentroid.weights(names.size()));
    }

    private Result ahp(PolicyYaml judges) {
        if (members.size() > AhpWeights.MAX_THINGS) {
            judges.error(
                    KIND,
                    members.size() + " cannot be compared in pairs; at most " + AhpWeights.MAX_THINGS
                            + " can. Split them, or use another method");
            return new Result(Map.of(), 0, 0);
        }
        int before = judges.errors();
        List<PairwiseComparisons> all = new ArrayList<>();
        double worst = 0;
        for (PolicyYaml judge : judges.items()) {
            PairwiseComparisons one = comparisons(judge);
            if (judges.errors() == before) {
                all.add(one);
                worst = Math.max(worst, consistency(name(judge), one, judge));
            }
        }
        if (judges.errors() > before) {
            return new Result(Map.of(), 0, 0);
        }
        PairwiseComparisons together = PairwiseComparisons.geometricMean(all);
        worst = Math.max(worst, consistency("all judges together", together, judges));
        return new Result(byName(members, new AhpWeights(together).weights()), all.size(), worst);
    }

    private static String name(PolicyYaml judge) {
        return "judge " + judge.at("judge").text();
    }

    private PairwiseComparisons comparisons(PolicyYaml judge) {
        PairwiseComparisons ratios = new PairwiseComparisons(members.size());
        for (PolicyYaml line : judge.at("comparisons").items()) {
            String more = line.at("more").text();
            String than = line.at("than").text();
            if (!(isMember(more, line.at("more")) & isMember(than, line.at("than")))) {
                continue;
            }
            int i = members.indexOf(more);
            int j = members.indexOf(than);
            if (i == j) {
                line.error(KIND, more + " is compared with itself");
            } else if (ratios.isSet(i, j)) {
                line.error(KIND, more + " and " + than + " are compared already");
            } else {
                ratios.set(i, j, line.at("times").number());
            }
        }
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                if (!ratios.isSet(i, j)) {
                    judge.error(KIND, name(judge) + " does not compare " + members.get(i) + " with " + members.get(j));
                }
            }
        }
        return ratios;
    }

    private double consistency(String who, PairwiseComparisons comparisons, PolicyYaml place) {
        AhpWeights weights = new AhpWeights(comparisons);
        double ratio = weights.consistencyRatio();
        if (ratio > AhpWeights.MAX_INCONSISTENCY) {
            AhpWeights.Judgement worst = weights.mostInconsistent();
            boolean first = worst.given() >= 1;
            String more = members.get(first ? worst.i() : worst.j());
            String than = members.get(first ? worst.j() : worst.i());
            place.error(
                    KIND,
                    who + ": the comparisons contradict one another, consistency ratio " + Words.number(ratio)
                            + ", at most 0.1 is allowed. Look first at " + more + " over " + than + ": "
                            + Words.number(first ? worst.given() : 1 / worst.given())
                            + " times, while all comparisons together say "
                            + Words.number(first ? worst.implied() : 1 / worst.implied()) + " times");
        }
        return ratio;
    }

    /** A figure for each member. */
    private Map<String, Double> figures(PolicyYaml given) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (PolicyYaml figure : given.values()) {
            if (isMember(figure.key(), figure)) {
                figures.put(figure.key(), figure.number());
            }
        }
        requireAll(figures.keySet(), given);
        return figures;
    }

    private static Map<String, Double> byName(List<String> names, double[] values) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            weights.put(names.get(i), values[i]);
        }
        return weights;
    }

    private boolean isMember(String name, PolicyYaml place) {
        boolean isMember = members.contains(name);
        if (!isMember) {
            isMisspelt = true;
            place.unknown(name, members, "there is nothing to weigh named \"" + name + "\"");
        }
        return isMember;
    }

    /** A member that is missing because it is misspelt is told where it is misspelt. */
    private void requireAll(Collection<String> given, PolicyYaml place) {
        if (isMisspelt) {
            return;
        }
        for (String member : members) {
            if (!given.contains(member)) {
                place.error(KIND, "nothing is said of " + member);
            }
        }
    }

    private static double sum(Map<String, Double> figures) {
        double sum = 0;
        for (double figure : figures.values()) {
            sum += figure;
        }
        return sum;
    }
}
