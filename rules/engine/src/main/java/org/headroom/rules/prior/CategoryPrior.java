package org.headroom.rules.prior;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.value.Words;

/** A probability for each label of a category. */
public final class CategoryPrior implements Prior {
    private static final double TOLERANCE = 1e-9;

    private final List<String> labels;
    private final double[] probabilities;

    /**
     * @param labels the criterion's labels
     * @param probabilities one for each label, in the same order; they sum to 1
     * @throws IllegalArgumentException when one is below 0 or they do not
     */
    public CategoryPrior(List<String> labels, double[] probabilities) {
        this.labels = List.copyOf(labels);
        this.probabilities = probabilities.clone();
        double sum = 0;
        for (double probability : probabilities) {
            if (!(probability >= 0)) {
                throw new IllegalArgumentException("the probability " + Words.number(probability) + " is below 0");
            }
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "the probabilities sum to " + Words.number(sum) + ", they must sum to 1");
        }
    }

    @Override
    public double mean(ValueFunction value) {
        double mean = 0;
        for (int i = 0; i < probabilities.length; i++) {
            mean += probabilities[i] * value.at(i);
        }
        return Math.min(1, mean);
    }

    @Override
    public double quantile(double share) {
        double wanted = share;
        int last = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] > 0) {
                last = i;
                if (wanted <= probabilities[i]) {
                    return i;
                }
                wanted -= probabilities[i];
            }
        }
        return last;
    }

    @Override
    public String definition() {
        return IntStream.range(0, probabilities.length)
                .mapToObj(i -> labels.get(i) + ": " + Words.exact(probabilities[i]))
                .collect(Collectors.joining(", ", "categories: {", "}"));
    }
}
