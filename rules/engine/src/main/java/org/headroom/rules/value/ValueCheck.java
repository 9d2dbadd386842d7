package org.headroom.rules.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.headroom.config.YamlDocument;
import org.headroom.model.Criterion;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyYaml;

/** Finds every wrong anchor and category of a value function at its own place, where reading it would stop at the first. */
public final class ValueCheck {
    private final YamlDocument document;
    private final String pointer;
    private final Criterion criterion;
    private final Problems problems;

    /** @param pointer where the {@code value} stands */
    public ValueCheck(YamlDocument document, String pointer, Criterion criterion, Problems problems) {
        this.document = document;
        this.pointer = pointer;
        this.criterion = criterion;
        this.problems = problems;
    }

    /** Whether nothing was found; the value agrees with the schema. */
    public boolean isWellFormed(JsonNode value) {
        int before = problems.count();
        Map.Entry<String, JsonNode> entry = value.properties().iterator().next();
        String at = "/" + entry.getKey();
        switch (entry.getKey()) {
            case "piecewiseLinear", "step" -> anchors(entry.getValue(), at);
            case "sCurve" -> {
                range(entry.getValue().path("zeroAt").asDouble(), at + "/zeroAt");
                range(entry.getValue().path("oneAt").asDouble(), at + "/oneAt");
            }
            case "target" -> range(entry.getValue().path("at").asDouble(), at + "/at");
            default -> categories(entry.getValue(), at);
        }
        return problems.count() == before;
    }

    private void anchors(JsonNode pairs, String at) {
        if (criterion.isCategory()) {
            return;
        }
        for (int i = 0; i < pairs.size(); i++) {
            double x = pairs.get(i).get(0).asDouble();
            double y = pairs.get(i).get(1).asDouble();
            range(x, at + "/" + i + "/0");
            if (!(y >= 0 && y <= 1)) {
                add(
                        at + "/" + i + "/1",
                        "outside-range",
                        "the value " + Words.number(y) + " at " + Words.quantity(x, criterion.unit())
                                + " is not from 0 to 1",
                        y > 1 && y <= 100 ? "write " + Words.number(y / 100) + " for " + Words.number(y) + " %" : "");
            }
            double previous =
                    i == 0 ? Double.NEGATIVE_INFINITY : pairs.get(i - 1).get(0).asDouble();
            if (!(previous < x)) {
                add(
                        at + "/" + i + "/0",
                        "anchors",
                        "the anchor " + Words.number(x) + " does not lie above " + Words.number(previous)
                                + " before it",
                        "write the anchors from the smallest measurement to the largest, each once");
            }
        }
    }

    private void range(double anchor, String at) {
        if (!criterion.isCategory() && !(anchor >= criterion.minimum() && anchor <= criterion.maximum())) {
            add(
                    at,
                    "outside-range",
                    "the anchor " + Words.quantity(anchor, criterion.unit()) + " lies outside the declared range "
                            + Words.number(criterion.minimum()) + " to "
                            + Words.quantity(criterion.maximum(), criterion.unit()),
                    "");
        }
    }

    private void categories(JsonNode body, String at) {
        if (!criterion.isCategory()) {
            return;
        }
        List<String> labels = criterion.labels();
        // The misspelt category is the missing one.
        boolean isMisspelt = body.properties().stream().anyMatch(entry -> !labels.contains(entry.getKey()));
        body.fieldNames().forEachRemaining(name -> {
            if (!labels.contains(name)) {
                add(
                        at + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown-name",
                        "there is no category \"" + name + "\"",
                        Advice.nearest(name, labels));
            }
        });
        for (String label : labels) {
            if (!body.has(label) && !isMisspelt) {
                add(at, "gap", "the category " + label + " has no value", "give it a value from 0 to 1");
            }
        }
    }

    private void add(String at, String kind, String message, String advice) {
        problems.add(PolicyYaml.at(document, pointer + at, "criterion " + criterion.id() + ": " + message)
                .withKind(kind)
                .withAdvice(advice));
    }
}
