package org.headroom.rules.value;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A value for each label of a category. A measurement is the label's place in the list. */
public final class Categories implements ValueFunction {
    private final List<String> labels;
    private final double[] values;

    /**
     * @param labels the criterion's labels
     * @param values a value from 0 to 1 for each label, in the same order
     */
    public Categories(List<String> labels, double[] values) {
        this.labels = List.copyOf(labels);
        this.values = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(
                        "the value " + Words.number(values[i]) + " of " + labels.get(i) + " is not from 0 to 1");
            }
        }
    }

    @Override
    public double at(double measurement) {
        return values[(int) measurement];
    }

    @Override
    public double lowest(double low, double high) {
        double least = values[(int) low];
        for (int i = (int) low + 1; i <= (int) high; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    @Override
    public double highest(double low, double high) {
        double most = values[(int) low];
        for (int i = (int) low + 1; i <= (int) high; i++) {
            most = Math.max(most, values[i]);
        }
        return most;
    }

    @Override
    public double mean(double low, double high) {
        double sum = 0;
        for (int i = (int) low; i <= (int) high; i++) {
            sum += values[i];
        }
        return sum / ((int) high - (int) low + 1);
    }

    @Override
    public String segment(double measurement, String unit) {
        int i = (int) measurement;
        return "category " + labels.get(i) + " (" + Words.number(values[i]) + ")";
    }

    /** Every label by its place. */
    @Override
    public double[] breakpoints() {
        double[] places = new double[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return places;
    }

    @Override
    public String definition() {
        return IntStream.range(0, values.length)
                .mapToObj(i -> labels.get(i) + ": " + Words.exact(values[i]))
                .collect(Collectors.joining(", ", "categories: {", "}"));
    }

    /** Labels have no order, so this is false for any but a constant function. */
    @Override
    public boolean neverFalls() {
        return highest(0, values.length - 1.0) == lowest(0, values.length - 1.0);
    }

    @Override
    public boolean neverRises() {
        return neverFalls();
    }
}
