package org.headroom.rules.policy;

import java.util.Arrays;
import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** Adds up the criteria: weight times value, lower and upper bound apart, criterion by criterion over the whole block. */
final class CriteriaScorer {
    private static final byte FALLBACK = (byte) EvidenceClass.FALLBACK.ordinal();

    private final List<WeightedCriterion> criteria;
    private final int[] familyOf;
    private final double[] familyWeight;
    private final double totalWeight;
    private final @Nullable Expectation[] expectations;

    CriteriaScorer(PolicyParts parts, Expectations expected) {
        criteria = parts.criteria();
        expectations = new Expectation[criteria.size()];
        for (int i = 0; i < expectations.length; i++) {
            expectations[i] = expected.of(criteria.get(i).criterion().id());
        }
        List<String> families = List.copyOf(parts.vocabulary().moduleIds());
        familyOf = new int[criteria.size()];
        familyWeight = new double[families.size()];
        double total = 0;
        for (int i = 0; i < familyOf.length; i++) {
            familyOf[i] = families.indexOf(criteria.get(i).module());
            familyWeight[familyOf[i]] += criteria.get(i).weight();
            total += criteria.get(i).weight();
        }
        totalWeight = total;
    }

    /** Fills bounds, what is expected, families and confidence for rows 0 to {@code size - 1}; adjustments come later. */
    void score(MeasurementBlock measurements, int size, ScoreBlock out) {
        Arrays.fill(out.lower, 0, size, 0);
        Arrays.fill(out.upper, 0, size, 0);
        Arrays.fill(out.ranking, 0, size, 0);
        Arrays.fill(out.confidence, 0, size, 0);
        for (double[] family : out.families) {
            Arrays.fill(family, 0, size, Double.NaN);
        }
        for (int i = 0; i < familyOf.length; i++) {
            WeightedCriterion entry = criteria.get(i);
            if (entry.weight() > 0) {
                add(
                        entry,
                        expectations[i],
                        measurements.column(entry.criterion().id()),
                        size,
                        out.families[familyOf[i]],
                        out);
            }
        }
        for (int family = 0; family < familyWeight.length; family++) {
            double[] values = out.families[family];
            for (int row = 0; row < size; row++) {
                values[row] = Math.min(1, values[row] / familyWeight[family]);
            }
        }
        for (int row = 0; row < size; row++) {
            out.confidence[row] /= totalWeight;
        }
    }

    private static void add(
            WeightedCriterion entry,
            @Nullable Expectation expectation,
            MeasurementColumn column,
            int size,
            double[] family,
            ScoreBlock out) {
        MeasurementColumn.Storage stored = column.storage();
        ValueFunction value = entry.value();
        double weight = entry.weight();
        for (int row = 0; row < size; row++) {
            double low = stored.lower()[row];
            double high = stored.upper()[row];
            if (low == high) {
                double points = entry.points(value.at(low));
                out.lower[row] += points;
                out.upper[row] += points;
                out.ranking[row] += points;
            } else {
                if (expectation != null) {
                    out.ranking[row] += entry.points(expectation.mean(low, high, stored.reason()[row]));
                }
                if (Double.isNaN(low)) {
                    out.upper[row] += entry.points(1);
                    continue;
                }
                out.lower[row] += entry.points(value.lowest(low, high));
                out.upper[row] += entry.points(value.highest(low, high));
            }
            family[row] = (Double.isNaN(family[row]) ? 0 : family[row]) + weight * value.lowest(low, high);
            if (stored.evidence()[row] != FALLBACK) {
                out.confidence[row] += weight;
            }
        }
    }
}
