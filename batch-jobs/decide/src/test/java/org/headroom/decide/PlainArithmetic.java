package org.headroom.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each criterion of the page is worth on average, from its text alone; shares nothing with the program. */
final class PlainArithmetic {
    private static final int LEVELS = 20_000;
    private static final Pattern PAIR = Pattern.compile("\\[([\\d.]+), ([\\d.]+)]");
    private static final Pattern LABEL = Pattern.compile("([A-Z]+): ([\\d.]+)");

    /** Weight of a criterion, what measurements are worth, and what they may be where unknown; by label in place of pairs for a category. */
    private record Line(
            double weight,
            List<double[]> worth,
            Map<String, Double> worthOf,
            List<double[]> prior,
            Map<String, Double> shareOf) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();

    PlainArithmetic(String table) {
        for (String block : table.split("- \\{criterion: ")) {
            if (block.contains("weight: ")) {
                String value = between(block, "value: {", "}}|]]}");
                String unknown = between(block, "unknown:", "asOf");
                lines.put(
                        block.substring(0, block.indexOf(',')),
                        new Line(
                                Double.parseDouble(
                                        between(block, "weight: ", ",").replace(",", "")),
                                pairs(value),
                                labels(value),
                                pairs(unknown),
                                labels(unknown)));
            }
        }
    }

    private static String between(String text, String from, String to) {
        String rest = text.substring(text.indexOf(from) + from.length());
        Matcher end = Pattern.compile(to).matcher(rest);
        return end.find() ? rest.substring(0, end.end()).replace("\n", " ").strip() : rest;
    }

    private static List<double[]> pairs(String text) {
        List<double[]> pairs = new ArrayList<>();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            pairs.add(new double[] {Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))});
        }
        return pairs;
    }

    private static Map<String, Double> labels(String text) {
        Map<String, Double> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), Double.parseDouble(label.group(2)));
        }
        return labels;
    }

    List<String> criteria() {
        return List.copyOf(lines.keySet());
    }

    double weight(String criterion) {
        return line(criterion).weight;
    }

    /** The mean of the value, 0 to 1. */
    double worth(String criterion, String known) {
        Line line = line(criterion);
        if (!line.worthOf.isEmpty()) {
            double sum = 0;
            for (Map.Entry<String, Double> label : line.worthOf.entrySet()) {
                double share = known.equals("unknown")
                        ? Objects.requireNonNull(line.shareOf.get(label.getKey()))
                        : known.equals(label.getKey()) ? 1 : 0;
                sum += share * label.getValue();
            }
            return sum;
        }
        double[] ends = ends(known);
        double sum = 0;
        for (int i = 0; i < LEVELS; i++) {
            double level = (i + 0.5) / LEVELS;
            sum += at(line.worth, ends.length == 0 ? at(line.prior, level) : ends[0] + level * (ends[1] - ends[0]));
        }
        return sum / LEVELS;
    }

    /** What it is worth at worst; what is unknown may be worth anything. */
    double worst(String criterion, String known) {
        return known.equals("unknown") ? 0 : Math.min(end(criterion, known, 0), end(criterion, known, 1));
    }

    /** What it is worth at best. */
    double best(String criterion, String known) {
        return known.equals("unknown") ? 1 : Math.max(end(criterion, known, 0), end(criterion, known, 1));
    }

    private double end(String criterion, String known, int end) {
        return at(line(criterion).worth, ends(known)[end]);
    }

    /** Sums and differences of products and quotients, such as {@code 1 - 30 / 100}. */
    static double calculate(String text) {
        double sum = 0;
        for (String term : text.replace("- ", "+ -1 x ").split(" \\+ ")) {
            String[] words = term.split(" ");
            double product = Double.parseDouble(words[0]);
            for (int i = 1; i < words.length; i += 2) {
                double factor = Double.parseDouble(words[i + 1]);
                product = words[i].equals("x") ? product * factor : product / factor;
            }
            sum += product;
        }
        return sum;
    }

    /** A measurement that is worth as much; what is known exactly is itself. */
    double equivalent(String criterion, String known) {
        double[] ends = ends(known);
        if (ends.length > 0 && ends[0] == ends[1]) {
            return ends[0];
        }
        double worth = worth(criterion, known);
        double best = 0;
        for (double x = 0; x < 400; x += 0.01) {
            best = Math.abs(at(line(criterion).worth, x) - worth) < Math.abs(at(line(criterion).worth, best) - worth)
                    ? x
                    : best;
        }
        return best;
    }

    /** Both ends of what is known; none where that is nothing. */
    static double[] ends(String known) {
        if (known.equals("unknown")) {
            return new double[0];
        }
        String[] ends = known.split(" to ");
        return new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1])};
    }

    private Line line(String criterion) {
        return Objects.requireNonNull(lines.get(criterion), criterion);
    }

    /** On straight lines between points; level beyond them. */
    private static double at(List<double[]> points, double x) {
        double[] last = points.get(0);
        for (double[] point : points) {
            if (x <= point[0]) {
                return point[0] == last[0]
                        ? point[1]
                        : last[1] + (x - last[0]) / (point[0] - last[0]) * (point[1] - last[1]);
            }
            last = point;
        }
        return last[1];
    }
}
