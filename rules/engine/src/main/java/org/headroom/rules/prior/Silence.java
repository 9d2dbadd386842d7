package org.headroom.rules.prior;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.rules.value.Words;

/**
 * What the silence of an inventory means. Two inventories that were made apart measure their own coverage {@code c = found / estimated} (Lincoln
 * and Petersen, in Chapman's form, 1951); of {@code places}, {@code p = estimated / places} have what was looked for. Then
 * {@code P(there is one | no record) = p (1 - c) / (p (1 - c) + 1 - p)}, and since the inventory was made, new ones have come at a steady rate.
 *
 * @param places number of places that the inventory is about
 * @param found how many of them it has
 * @param estimated how many there are by the estimate, at least {@code found} and fewer than {@code places}
 * @param newPerYear how many more each year
 * @param asOf day of the inventory
 * @param labels of the criterion
 * @param clear place of the label that stands for nothing
 * @param present probability of each label where there is something; that of {@code clear} is what turns out to be nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
public record Silence(
        double places,
        double found,
        double estimated,
        double newPerYear,
        LocalDate asOf,
        List<String> labels,
        int clear,
        double[] present) {
    private static final double DAYS_A_YEAR = 365.25;

    public Silence {
        if (!(found >= 0 && found <= estimated && estimated < places && newPerYear >= 0)) {
            throw new IllegalArgumentException("found (" + Words.number(found) + "), estimated ("
                    + Words.number(estimated) + ") and places (" + Words.number(places)
                    + ") must rise in this order, and newPerYear (" + Words.number(newPerYear)
                    + ") must not be below 0");
        }
        labels = List.copyOf(labels);
        present = present.clone();
        new CategoryPrior(labels, present);
    }

    /** The probability on a day that there is one where the inventory has none; before its day that of its day. */
    public double probability(LocalDate on) {
        double share = estimated / places;
        double missed = estimated == 0 ? 0 : share * (1 - found / estimated);
        double overlooked = missed / (missed + 1 - share);
        double years = Math.max(0, ChronoUnit.DAYS.between(asOf, on)) / DAYS_A_YEAR;
        return overlooked + (1 - overlooked) * -Math.expm1(-newPerYear / places * years);
    }

    /** The distribution over the labels on a day. */
    public Prior on(LocalDate day) {
        double there = probability(day);
        double[] probabilities = new double[present.length];
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = there * present[label] + (label == clear ? 1 - there : 0);
        }
        return new CategoryPrior(labels, probabilities);
    }

    String definition() {
        return "silence: {places: " + Words.exact(places) + ", found: " + Words.exact(found) + ", estimated: "
                + Words.exact(estimated) + ", newPerYear: " + Words.exact(newPerYear) + ", asOf: " + asOf + ", clear: "
                + labels.get(clear)
                + IntStream.range(0, present.length)
                        .mapToObj(i -> labels.get(i) + ": " + Words.exact(present[i]))
                        .collect(Collectors.joining(", ", ", present: {", "}}"));
    }
}
