package org.headroom.rules.weight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.config.YamlDocument;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.value.Words;

/** Turns the judgements on one group of {@code weights.yaml} into weights. Where there is a problem, the result means nothing. */
final class WeightMethods {
    private static final double TOLERANCE = 1e-9;
    private static final double LARGEST_SWING = 100;

    private final YamlDocument document;
    private final String pointer;
    private final List<String> members;
    private final Problems problems;

    /**
     * Prepares to read one group.
     *
     * @param pointer JSON pointer of the group's {@code by}
     * @param members all that has to be weighed
     */
    WeightMethods(YamlDocument document, String pointer, List<String> members, Problems problems) {
        this.document = document;
        this.pointer = pointer;
        this.members = members;
        this.problems = problems;
    }

    /**
     * What came of the judgements.
     *
     * @param weights 0 to 1 by member; they sum to 1
     * @param judges how many judged
     * @param consistencyRatio the largest of any judge and of all together; 0 where nothing was compared in pairs
     */
    record Result(Map<String, Double> weights, int judges, double consistencyRatio) {}

    Result read(String method, JsonNode judgements) {
        String at = pointer + "/" + method;
        return switch (method) {
            case "direct" -> new Result(direct(judgements, at), 1, 0);
            case "swing" -> new Result(swing(judgements, at), 1, 0);
            case "rankOrderCentroid" -> new Result(rankOrder(judgements, at), 1, 0);
            case "ahp" -> ahp(judgements, at);
            default -> throw new IllegalArgumentException("the method " + method + " is not known");
        };
    }

    private Map<String, Double> direct(JsonNode shares, String at) {
        Map<String, Double> weights = figures(shares, at);
        double sum = sum(weights);
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            add(at, "the shares sum to " + Words.number(sum) + ", they must sum to 1");
        }
        return weights;
    }

    /** Each swing by the sum of all (von Winterfeldt and Edwards, 1986). */
    private Map<String, Double> swing(JsonNode swings, String at) {
        Map<String, Double> weights = figures(swings, at);
        double largest =
                weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (largest != LARGEST_SWING) {
            add(
                    at,
                    "the largest swing is " + Words.number(largest)
                            + "; give 100 to the one that is worth most, and to the others their share of it");
        }
        double sum = sum(weights);
        weights.replaceAll((name, swing) -> swing / sum);
        return weights;
    }

    private Map<String, Double> rankOrder(JsonNode order, String at) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            String name = order.get(i).asText();
            if (names.contains(name)) {
                add(at + "/" + i, name + " stands in the order twice");
            } else if (isMember(name, at + "/" + i)) {
                names.add(name);
            }
        }
        requireAll(names, at);
        double[] byPlace = RankOrderCentroid.weights(names.size());
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            weights.put(names.get(i), byPlace[i]);
        }
        return weights;
    }

    private Result ahp(JsonNode judges, String at) {
        if (members.size() > AhpWeights.MOST_THINGS) {
            add(
                    at,
                    members.size() + " cannot be compared in pairs; at most " + AhpWeights.MOST_THINGS
                            + " can. Split them, or use another method");
            return new Result(Map.of(), 0, 0);
        }
        int before = problems.count();
        List<PairwiseComparisons> all = new ArrayList<>();
        double worst = 0;
        for (int i = 0; i < judges.size(); i++) {
            PairwiseComparisons one = comparisons(judges.get(i), at + "/" + i);
            if (problems.count() == before) {
                all.add(one);
                worst = Math.max(
                        worst,
                        consistency("judge " + judges.get(i).path("judge").asText(), one, at + "/" + i));
            }
        }
        if (problems.count() > before) {
            return new Result(Map.of(), 0, 0);
        }
        PairwiseComparisons together = PairwiseComparisons.geometricMean(all);
        worst = Math.max(worst, consistency("all judges together", together, at));
        double[] byMember = new AhpWeights(together).weights();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < byMember.length; i++) {
            weights.put(members.get(i), byMember[i]);
        }
        return new Result(weights, all.size(), worst);
    }

    private PairwiseComparisons comparisons(JsonNode judge, String at) {
        PairwiseComparisons ratios = new PairwiseComparisons(members.size());
        JsonNode rows = judge.path("comparisons");
        for (int row = 0; row < rows.size(); row++) {
            String line = at + "/comparisons/" + row;
            String more = rows.get(row).path("more").asText();
            String than = rows.get(row).path("than").asText();
            boolean known = isMember(more, line + "/more");
            known &= isMember(than, line + "/than");
            int i = members.indexOf(more);
            int j = members.indexOf(than);
            if (!known) {
                continue;
            }
            if (i == j) {
                add(line, more + " is compared with itself");
            } else if (ratios.isSet(i, j)) {
                add(line, more + " and " + than + " are compared already");
            } else {
                ratios.set(i, j, rows.get(row).path("times").asDouble());
            }
        }
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                if (!ratios.isSet(i, j)) {
                    add(
                            at,
                            "judge " + judge.path("judge").asText() + " does not compare " + members.get(i) + " with "
                                    + members.get(j));
                }
            }
        }
        return ratios;
    }

    private double consistency(String who, PairwiseComparisons comparisons, String at) {
        AhpWeights weights = new AhpWeights(comparisons);
        double ratio = weights.consistencyRatio();
        if (ratio > AhpWeights.MOST_INCONSISTENT) {
            AhpWeights.Judgement worst = weights.mostInconsistent();
            boolean first = worst.given() >= 1;
            String more = members.get(first ? worst.i() : worst.j());
            String than = members.get(first ? worst.j() : worst.i());
            add(
                    at,
                    who + ": the comparisons contradict one another, consistency ratio " + Words.number(ratio)
                            + ", at most 0.1 is allowed. Look first at " + more + " over " + than + ": "
                            + Words.number(first ? worst.given() : 1 / worst.given())
                            + " times, while all comparisons together say "
                            + Words.number(first ? worst.implied() : 1 / worst.implied()) + " times");
        }
        return ratio;
    }

    /** A figure for each member. */
    private Map<String, Double> figures(JsonNode given, String at) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            if (isMember(entry.getKey(), at + "/" + entry.getKey())) {
                figures.put(entry.getKey(), entry.getValue().asDouble());
            }
        }
        requireAll(figures.keySet(), at);
        return figures;
    }

    private boolean isMember(String name, String at) {
        if (members.contains(name)) {
            return true;
        }
        problems.add(PolicyYaml.at(document, at, "there is nothing to weigh named \"" + name + "\"")
                .withKind("unknown-name")
                .withAdvice(Advice.nearest(name, members)));
        return false;
    }

    private void requireAll(Collection<String> given, String at) {
        for (String member : members) {
            if (!given.contains(member)) {
                add(at, "nothing is said of " + member);
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

    private void add(String at, String message) {
        problems.add(PolicyYaml.at(document, at, message).withKind("weights"));
    }
}
