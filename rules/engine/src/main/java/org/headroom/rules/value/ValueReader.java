package org.headroom.rules.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.NearestName;

/** Reads the {@code value} of a line in a criteria table, once it agrees with the schema. */
public final class ValueReader {
    private ValueReader() {}

    /** @throws IllegalArgumentException naming what is wrong */
    public static ValueFunction read(JsonNode value, Criterion criterion) {
        Map.Entry<String, JsonNode> entry = value.properties().iterator().next();
        JsonNode body = entry.getValue();
        if (criterion.isCategory() != entry.getKey().equals("categories")) {
            throw new IllegalArgumentException(
                    criterion.isCategory()
                            ? "it is a category with the labels " + String.join(", ", criterion.labels())
                                    + ", so it needs the value function \"categories\""
                            : "it is a number in " + criterion.unit() + ", so \"categories\" does not fit it");
        }
        return switch (entry.getKey()) {
            case "piecewiseLinear" -> new PiecewiseLinear(anchors(body, criterion));
            case "step" -> new Step(anchors(body, criterion));
            case "sCurve" ->
                new SCurve(
                        inRange(body.path("zeroAt").asDouble(), criterion),
                        inRange(body.path("oneAt").asDouble(), criterion));
            case "target" ->
                PiecewiseLinear.target(
                        inRange(body.path("at").asDouble(), criterion),
                        body.path("tolerance").asDouble());
            case "categories" -> categories(body, criterion);
            default -> throw new IllegalArgumentException("the value function " + entry.getKey() + " is not known");
        };
    }

    private static List<double[]> anchors(JsonNode pairs, Criterion criterion) {
        List<double[]> anchors = new ArrayList<>();
        for (JsonNode pair : pairs) {
            anchors.add(new double[] {
                inRange(pair.get(0).asDouble(), criterion), pair.get(1).asDouble()
            });
        }
        return anchors;
    }

    private static double inRange(double anchor, Criterion criterion) {
        if (!(anchor >= criterion.minimum() && anchor <= criterion.maximum())) {
            throw new IllegalArgumentException("the anchor " + Words.quantity(anchor, criterion.unit())
                    + " lies outside the declared range " + Words.number(criterion.minimum()) + " to "
                    + Words.quantity(criterion.maximum(), criterion.unit()));
        }
        return anchor;
    }

    private static Categories categories(JsonNode body, Criterion criterion) {
        List<String> labels = criterion.labels();
        body.fieldNames().forEachRemaining(name -> {
            if (!labels.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no category \"" + name + "\"" + NearestName.hint(name, labels));
            }
        });
        double[] values = new double[labels.size()];
        for (int i = 0; i < values.length; i++) {
            if (!body.has(labels.get(i))) {
                throw new IllegalArgumentException("the category " + labels.get(i) + " has no value");
            }
            values[i] = body.get(labels.get(i)).asDouble();
        }
        return new Categories(labels, values);
    }
}
