package org.headroom.it.recomputed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A line of a criteria table: what a measurement is worth.
 *
 * @param module who measures
 * @param criterion id
 * @param weight share of the score
 * @param curve value of a number; not used for words
 * @param bends numbers at which the curve turns or jumps
 * @param words value by word; empty for a number
 */
public record WeightedValue(
        String module,
        String criterion,
        double weight,
        DoubleUnaryOperator curve,
        List<Double> bends,
        Map<String, Double> words) {

    static WeightedValue of(String module, Map<String, Object> line) {
        Map<String, Object> value = PolicyFiles.maps(List.of(line.get("value"))).get(0);
        String kind = value.keySet().iterator().next();
        Object body = value.get(kind);
        String id = (String) line.get("criterion");
        double weight = number(line.get("weight"));
        switch (kind) {
            case "piecewiseLinear":
                return new WeightedValue(module, id, weight, x -> onLines(anchors(body), x), xs(body), Map.of());
            case "step":
                return new WeightedValue(module, id, weight, x -> onSteps(anchors(body), x), xs(body), Map.of());
            case "sCurve":
                Map<String, Object> ends = PolicyFiles.maps(List.of(body)).get(0);
                double zero = number(ends.get("zeroAt"));
                double one = number(ends.get("oneAt"));
                return new WeightedValue(
                        module, id, weight, x -> onS((x - zero) / (one - zero)), List.of(zero, one), Map.of());
            case "categories":
                Map<String, Double> words = new java.util.HashMap<>();
                PolicyFiles.maps(List.of(body)).get(0).forEach((word, worth) -> words.put(word, number(worth)));
                return new WeightedValue(module, id, weight, x -> Double.NaN, List.of(), words);
            default:
                throw new IllegalStateException("value functions of kind " + kind + " are not read here");
        }
    }

    /** Values of all that lies in an interval, as far as the least and the greatest of them need it. */
    private List<Double> values(Measured measured) {
        List<Double> values = new ArrayList<>();
        if (words.isEmpty()) {
            values.add(curve.applyAsDouble(measured.low()));
            values.add(curve.applyAsDouble(measured.high()));
            bends.stream()
                    .filter(x -> x > measured.low() && x < measured.high())
                    .forEach(x -> values.add(curve.applyAsDouble(x)));
        } else {
            measured.words().forEach(word -> values.add(words.get(word)));
        }
        return values;
    }

    /** 0 where nothing is known. */
    double least(Measured measured) {
        return measured.isKnown() ? end(measured, v -> -v) : 0;
    }

    /** 1 where nothing is known. */
    double most(Measured measured) {
        return measured.isKnown() ? end(measured, v -> v) : 1;
    }

    private double end(Measured measured, ToDoubleFunction<Double> by) {
        double best = Double.NaN;
        for (double value : values(measured)) {
            if (Double.isNaN(best) || by.applyAsDouble(value) > by.applyAsDouble(best)) {
                best = value;
            }
        }
        return best;
    }

    private static double onLines(List<double[]> anchors, double x) {
        if (x <= anchors.get(0)[0]) {
            return anchors.get(0)[1];
        }
        for (int i = 1; i < anchors.size(); i++) {
            double[] a = anchors.get(i - 1);
            double[] b = anchors.get(i);
            if (x <= b[0]) {
                return a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]);
            }
        }
        return anchors.get(anchors.size() - 1)[1];
    }

    private static double onSteps(List<double[]> anchors, double x) {
        double value = anchors.get(0)[1];
        for (double[] anchor : anchors) {
            value = x >= anchor[0] ? anchor[1] : value;
        }
        return value;
    }

    private static double onS(double t) {
        if (t <= 0) {
            return 0;
        }
        if (t >= 1) {
            return 1;
        }
        return t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
    }

    private static List<double[]> anchors(Object body) {
        List<double[]> anchors = new ArrayList<>();
        for (Object pair : (List<?>) body) {
            anchors.add(new double[] {number(((List<?>) pair).get(0)), number(((List<?>) pair).get(1))});
        }
        return anchors;
    }

    private static List<Double> xs(Object body) {
        return anchors(body).stream().map(anchor -> anchor[0]).toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
