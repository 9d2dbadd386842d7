package org.headroom.it.recomputed;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a criteria table says that unknown means for one criterion, as it stands on a day. */
public final class Belief {
    /** Nodes and weights of Gauss and Legendre with three points: exact for the curves' pieces, which are of degree 2 at most. */
    private static final double NODE = Math.sqrt(0.6);

    private static final double SAME = 1e-12;

    private final WeightedValue value;
    private final Map<String, Object> unknown;
    private final LocalDate day;

    Belief(WeightedValue value, Map<String, Object> unknown, LocalDate day) {
        this.value = value;
        this.unknown = unknown;
        this.day = day;
    }

    /** Pieces of even likelihood, each with its share, from and to. */
    private List<double[]> pieces(Measured measured) {
        if (measured.isKnown()) {
            return List.of(new double[] {1, measured.low(), measured.high()});
        }
        List<?> quantiles = (List<?>) said(measured.reason()).get("quantiles");
        List<double[]> pieces = new ArrayList<>();
        for (int i = 1; i < quantiles.size(); i++) {
            List<?> before = (List<?>) quantiles.get(i - 1);
            List<?> here = (List<?>) quantiles.get(i);
            pieces.add(new double[] {
                number(here.get(0)) - number(before.get(0)), number(before.get(1)), number(here.get(1))
            });
        }
        return pieces;
    }

    private Map<String, Object> said(@Nullable String reason) {
        Map<String, Object> special = PolicyFiles.map(unknown.get("byReason"));
        return special.containsKey(reason) ? PolicyFiles.map(special.get(reason)) : unknown;
    }

    private Map<String, Double> probabilities(Measured measured) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        if (measured.isKnown()) {
            measured.words()
                    .forEach(word ->
                            probabilities.put(word, 1.0 / measured.words().size()));
            return probabilities;
        }
        Map<String, Object> said = said(measured.reason());
        value.words().keySet().forEach(word -> probabilities.put(word, 0.0));
        if (!said.containsKey("silence")) {
            PolicyFiles.map(said.get("categories")).forEach((word, share) -> probabilities.put(word, number(share)));
            return probabilities;
        }
        Map<String, Object> silence = PolicyFiles.map(said.get("silence"));
        double places = number(silence.get("places"));
        double hidden = number(silence.get("estimated")) - number(silence.get("found"));
        double free = places - number(silence.get("estimated"));
        double years = ChronoUnit.DAYS.between(day(unknown.get("asOf")), day) / 365.25;
        double stillFree = free / (hidden + free) * Math.exp(-number(silence.get("newPerYear")) / places * years);
        PolicyFiles.map(silence.get("present"))
                .forEach((word, share) -> probabilities.put(word, (1 - stillFree) * number(share)));
        probabilities.merge((String) silence.get("clear"), stillFree, Double::sum);
        return probabilities;
    }

    /** The mean value. */
    double mean(Measured measured) {
        double mean = 0;
        if (!value.words().isEmpty()) {
            for (Map.Entry<String, Double> one : probabilities(measured).entrySet()) {
                mean += one.getValue() * value.words().get(one.getKey());
            }
            return mean;
        }
        for (double[] piece : pieces(measured)) {
            mean += piece[0] * mean(piece[1], piece[2]);
        }
        return mean;
    }

    private double mean(double from, double to) {
        if (from == to) {
            return value.curve().applyAsDouble(from);
        }
        TreeSet<Double> cuts = new TreeSet<>(value.bends());
        double middle = value.bends().stream().mapToDouble(x -> x).average().orElse(from);
        if (value.bends().size() == 2) {
            cuts.add(middle);
        }
        cuts.removeIf(x -> x <= from || x >= to);
        cuts.add(to);
        double area = 0;
        double left = from;
        for (double right : cuts) {
            double centre = (left + right) / 2;
            double half = (right - left) / 2;
            area += half
                    * (5 * value.curve().applyAsDouble(centre - half * NODE)
                            + 8 * value.curve().applyAsDouble(centre)
                            + 5 * value.curve().applyAsDouble(centre + half * NODE))
                    / 9;
            left = right;
        }
        return area / (to - from);
    }

    /** What is worth as much as not knowing. */
    Measured equivalent(Measured measured) {
        double mean = mean(measured);
        if (!value.words().isEmpty()) {
            String worst = probabilities(measured).keySet().stream()
                    .filter(word -> value.words().get(word) >= mean - SAME)
                    .min((a, b) ->
                            Double.compare(value.words().get(a), value.words().get(b)))
                    .orElseThrow();
            return Measured.oneOf(List.of(worst));
        }
        List<double[]> pieces = pieces(measured);
        double first = pieces.get(0)[1];
        double last = pieces.get(pieces.size() - 1)[2];
        double median = median(pieces);
        if (Math.abs(value.curve().applyAsDouble(median) - mean) <= SAME) {
            return Measured.between(median, median);
        }
        boolean rises = value.curve().applyAsDouble(first) < value.curve().applyAsDouble(last);
        double bad = rises ? first : last;
        double good = rises ? last : first;
        for (int i = 0; i < 2000 && Math.nextAfter(bad, good) != good; i++) {
            double middle = (bad + good) / 2;
            if (value.curve().applyAsDouble(middle) >= mean) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return Measured.between(good, good);
    }

    private static double median(List<double[]> pieces) {
        double left = 0.5;
        for (double[] piece : pieces) {
            if (left <= piece[0]) {
                return piece[1] + (piece[2] - piece[1]) * left / piece[0];
            }
            left -= piece[0];
        }
        throw new IllegalStateException("the shares sum to less than a half");
    }

    /** YAML takes a day for a moment. */
    private static LocalDate day(@Nullable Object said) {
        return said instanceof Date moment
                ? LocalDate.ofInstant(moment.toInstant(), ZoneOffset.UTC)
                : LocalDate.parse(String.valueOf(said));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
