package org.headroom.rules.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.reading.DecisionSettings;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.weight.WeightedCriterion;
import org.jspecify.annotations.Nullable;

/**
 * All that outcomes of sites under one policy have in common: weights in every draw, and levels of what is unknown. Safe for several threads; each
 * takes its own {@link SiteOutcomes}.
 */
public final class OutcomeModel {
    final PolicyParts parts;
    final Draws draws;
    final DecisionSettings decision;
    /** Days since 1970-01-01; NaN when no day is known. */
    final double evaluationDay;
    /** Lines with a weight, in the policy's order. */
    final List<WeightedCriterion> weighted;
    /** For each line with a weight what may be drawn; null where the policy does not say. */
    final @Nullable UncertainLine[] ofWeighted;
    /** Lines without a weight that rules read. */
    final List<UncertainLine> ofRulesOnly = new ArrayList<>();
    /** Points that full value of a line is worth, in every draw; one for all draws where weights are not drawn. */
    final double[][] points;

    /** From levels of draws to the fewer ones of an interval. */
    final char[] levelOfInterval;

    final boolean[] fieldsOfRules;

    /**
     * @param expectations what is expected of a criterion by its id; null where the policy does not say
     * @param evaluationDay days since 1970-01-01; NaN when no day is known
     */
    public OutcomeModel(
            PolicyParts parts,
            Function<String, @Nullable Expectation> expectations,
            Draws draws,
            DecisionSettings decision,
            double evaluationDay) {
        this.parts = parts;
        this.draws = draws;
        this.decision = decision;
        this.evaluationDay = evaluationDay;
        levelOfInterval = draws.narrowed(Math.min(draws.count(), UncertainLine.LEVELS_OF_INTERVAL));
        fieldsOfRules = fieldsOfRules(parts);
        weighted = parts.criteria().stream().filter(line -> line.weight() > 0).toList();
        ofWeighted = new UncertainLine[weighted.size()];
        for (WeightedCriterion line : parts.criteria()) {
            Expectation expectation = expectations.apply(line.criterion().id());
            UnknownMeaning unknown = line.unknown();
            int slot = slot(line.criterion().id());
            if (expectation == null || unknown == null || (slot < 0 && line.weight() <= 0)) {
                continue;
            }
            UncertainLine uncertain =
                    new UncertainLine(line, expectation, unknown.sharedBy(), slot, parts.rules(), draws.count());
            if (line.weight() > 0) {
                ofWeighted[weighted.indexOf(line)] = uncertain;
            } else {
                ofRulesOnly.add(uncertain);
            }
        }
        points = points();
    }

    private static boolean[] fieldsOfRules(PolicyParts parts) {
        boolean[] read = new boolean[parts.vocabulary().fields().all().size()];
        for (CheckedRule rule : parts.rules()) {
            for (SiteField field : rule.fields()) {
                read[field.slot()] = true;
            }
        }
        return read;
    }

    private int slot(String criterionId) {
        return parts.vocabulary()
                .fields()
                .find(criterionId)
                .filter(field -> field.criterion() && fieldsOfRules[field.slot()])
                .map(SiteField::slot)
                .orElse(-1);
    }

    /** Weights are uniform on the box around those of the policy, brought to the same sum again. */
    private double[][] points() {
        int lines = weighted.size();
        if (!drawsWeights()) {
            double[][] fixed = new double[lines][1];
            for (int k = 0; k < lines; k++) {
                fixed[k][0] = weighted.get(k).points(1);
            }
            return fixed;
        }
        int count = draws.count();
        double[][] drawn = new double[lines][count];
        int[] levels = new int[count];
        double wanted = 0;
        double[] sums = new double[count];
        for (int k = 0; k < lines; k++) {
            WeightedCriterion line = weighted.get(k);
            wanted += line.points(1);
            draws.levels(Draws.stream("weight", line.criterion().id()), 0, count, levels);
            for (int d = 0; d < count; d++) {
                drawn[k][d] = line.points(1 + decision.weightRange() * (2 * draws.share(levels[d]) - 1));
                sums[d] += drawn[k][d];
            }
        }
        for (int d = 0; d < count; d++) {
            double scale = wanted / sums[d];
            for (int k = 0; k < lines; k++) {
                drawn[k][d] *= scale;
            }
        }
        return drawn;
    }

    boolean drawsWeights() {
        return decision.weights() && decision.weightRange() > 0;
    }

    public Draws draws() {
        return draws;
    }

    /** Outcomes for one thread. */
    public SiteOutcomes sites() {
        return new SiteOutcomes(this);
    }
}
