package org.headroom.runs.variance;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By how much each weight tells the ranked sites of a run apart. With {@code s_k} the points of criterion {@code k}, that is 100 times weight
 * times value at the end of the score by which the policy ranks, and {@code S} the sum of them all, the share of {@code k} is
 * {@code cov(s_k, S) / var(S)}: the natural decomposition of the variance of a sum (A. F. Shorrocks, "Inequality Decomposition by Factor
 * Components", Econometrica 50, 1982, 193-211). Shares sum to 1. One is negative where a criterion orders the sites against all others
 * together. Bonuses, maluses and the limits of the score are not in the sum.
 *
 * @param sites ranked sites; excluded ones are left out
 * @param standardDeviation of the sum, in points
 * @param families a line for each module that has a weight, in the policy's order
 */
public record VarianceShares(long sites, double standardDeviation, List<Family> families) {
    /** From this weight on a family should tell sites apart, or say why not. */
    public static final double LEAST_WEIGHT = 0.12;

    /** The least share of such a family, as a part of its weight. */
    public static final double LEAST_PART = 0.2;

    private static final double TOLERANCE = 1e-9;

    public VarianceShares {
        families = List.copyOf(families);
    }

    /** The families that should say why they tell sites apart by so little. */
    public Stream<Family> small() {
        return families.stream().filter(Family::isSmall);
    }

    /**
     * A module's criteria together.
     *
     * @param module its id
     * @param weight sum of their weights, 0 to 1
     * @param share sum of their shares; null when all ranked sites have the same sum
     * @param known ranked sites of which at least one of the criteria is known
     * @param isSmall whether the weight is {@value VarianceShares#LEAST_WEIGHT} or more and the share below {@value VarianceShares#LEAST_PART} of it
     * @param reason why, as the policy has it; empty where it says nothing
     * @param criteria those with a weight, in the policy's order
     */
    public record Family(
            String module,
            double weight,
            @Nullable Double share,
            long known,
            boolean isSmall,
            String reason,
            List<Line> criteria) {
        public Family {
            criteria = List.copyOf(criteria);
        }

        static boolean isSmall(double weight, double share) {
            return weight >= LEAST_WEIGHT - TOLERANCE && share < LEAST_PART * weight;
        }
    }

    /**
     * A criterion.
     *
     * @param criterion its id
     * @param weight 0 to 1
     * @param share cov(s_k, S) / var(S); null when all ranked sites have the same sum
     * @param known ranked sites of which it is known
     */
    public record Line(
            String criterion, double weight, @Nullable Double share, long known) {}
}
