package org.headroom.rules.value;

import java.util.List;
import java.util.Optional;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.rules.file.PolicyYaml;

/** Reads the {@code value} of a line in a criteria table, once it agrees with the schema. */
public final class ValueReader {
    private final Criterion criterion;

    private ValueReader(Criterion criterion) {
        this.criterion = criterion;
    }

    /** The value function; empty when there was a problem. Every wrong anchor and category is told at its own place, and so are doubts. */
    public static Optional<ValueFunction> read(PolicyYaml value, Criterion criterion) {
        ValueReader reader = new ValueReader(criterion);
        PolicyYaml body = value.values().get(0);
        int before = value.errors();
        try {
            reader.checkKind(body.key());
            reader.check(body);
            if (value.errors() == before) {
                ValueFunction function = reader.function(body);
                reader.checkDirection(function);
                new ValueDoubts(value, criterion).find(function);
                return Optional.of(function);
            }
        } catch (IllegalArgumentException e) {
            value.error("anchors", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void checkKind(String function) {
        if (criterion.isCategory() != function.equals("categories")) {
            throw new IllegalArgumentException(
                    criterion.isCategory()
                            ? "it is a category with the labels " + String.join(", ", criterion.labels())
                                    + ", so it needs the value function \"categories\""
                            : "it is a number in " + criterion.unit() + ", so \"categories\" does not fit it");
        }
    }

    private void check(PolicyYaml body) {
        switch (body.key()) {
            case "piecewiseLinear", "step" -> anchors(body.items());
            case "sCurve" -> {
                range(body.at("zeroAt"));
                range(body.at("oneAt"));
            }
            case "target" -> range(body.at("at"));
            default -> categories(body);
        }
    }

    /** Whether the values stand in front: what stands there lies within 0 to 1, and what stands behind does not. */
    private static boolean areSwapped(List<PolicyYaml> pairs) {
        return pairs.size() > 1
                && pairs.stream().mapToDouble(pair -> pair.at(0).number()).allMatch(x -> x >= 0 && x <= 1)
                && pairs.stream()
                                .mapToDouble(pair -> pair.at(1).number())
                                .filter(y -> y > 1)
                                .count()
                        > 1;
    }

    private void anchors(List<PolicyYaml> pairs) {
        if (areSwapped(pairs)) {
            throw new IllegalArgumentException("each pair is [measurement, value], and here the value stands first");
        }
        double previous = Double.NEGATIVE_INFINITY;
        for (PolicyYaml pair : pairs) {
            double x = pair.at(0).number();
            double y = pair.at(1).number();
            range(pair.at(0));
            if (!(y >= 0 && y <= 1)) {
                pair.at(1)
                        .error(
                                "outside-range",
                                "the value " + Words.number(y) + " at " + Words.quantity(x, criterion.unit())
                                        + " is not from 0 to 1",
                                y > 1 && y <= 100
                                        ? "write " + Words.number(y / 100) + " for " + Words.number(y) + " %"
                                        : "");
            }
            if (!(previous < x)) {
                pair.at(0)
                        .error(
                                "anchors",
                                "the anchor " + Words.number(x) + " does not lie above " + Words.number(previous)
                                        + " before it",
                                "write the anchors from the smallest measurement to the largest, each once");
            }
            previous = x;
        }
    }

    private void range(PolicyYaml anchor) {
        if (!criterion.accepts(anchor.number())) {
            anchor.error(
                    "outside-range",
                    "the anchor " + Words.quantity(anchor.number(), criterion.unit())
                            + " lies outside the declared range " + Words.number(criterion.minimum()) + " to "
                            + Words.quantity(criterion.maximum(), criterion.unit()));
        }
    }

    private void categories(PolicyYaml body) {
        List<String> labels = criterion.labels();
        List<PolicyYaml> misspelt = body.values().stream()
                .filter(value -> !labels.contains(value.key()))
                .toList();
        misspelt.forEach(value -> value.unknown(value.key(), labels, "there is no category \"" + value.key() + "\""));
        // The misspelt category is the missing one.
        if (misspelt.isEmpty()) {
            labels.stream()
                    .filter(label -> !body.has(label))
                    .forEach(label -> body.error(
                            "gap", "the category " + label + " has no value", "give it a value from 0 to 1"));
        }
    }

    private ValueFunction function(PolicyYaml body) {
        return switch (body.key()) {
            case "piecewiseLinear" -> new PiecewiseLinear(pairs(body));
            case "step" -> new Step(pairs(body));
            case "sCurve" ->
                new SCurve(body.at("zeroAt").number(), body.at("oneAt").number());
            case "target" ->
                PiecewiseLinear.target(
                        body.at("at").number(), body.at("tolerance").number());
            default ->
                new Categories(
                        criterion.labels(),
                        criterion.labels().stream()
                                .mapToDouble(label -> body.at(label).number())
                                .toArray());
        };
    }

    private static List<double[]> pairs(PolicyYaml body) {
        return body.items().stream()
                .map(pair -> new double[] {pair.at(0).number(), pair.at(1).number()})
                .toList();
    }

    private void checkDirection(ValueFunction value) {
        boolean contradicts =
                switch (criterion.direction()) {
                    case HIGHER_IS_BETTER -> !value.neverFalls();
                    case LOWER_IS_BETTER -> !value.neverRises();
                    case NOT_ORDERED -> false;
                };
        if (contradicts) {
            String better = criterion.direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower";
            throw new IllegalArgumentException("the module declares that " + better + " is better, but a " + better
                    + " measurement is given a smaller value somewhere between "
                    + Words.quantity(criterion.minimum(), criterion.unit()) + " and "
                    + Words.quantity(criterion.maximum(), criterion.unit()));
        }
    }
}
