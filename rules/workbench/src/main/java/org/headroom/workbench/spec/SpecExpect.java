package org.headroom.workbench.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.headroom.rules.value.Words;
import org.headroom.workbench.explanation.Explanation;

/** Compares an example's {@code expect} with its explanation. */
final class SpecExpect {
    private static final double DEFAULT_TOLERANCE = 0.001;

    private final Explanation got;
    private final List<Difference> differences = new ArrayList<>();

    private SpecExpect(Explanation got) {
        this.got = got;
    }

    /**
     * Something that is not as expected.
     *
     * @param what of what
     * @param expected as in the file
     * @param found as the policy gives it
     */
    record Difference(String what, String expected, String found) {}

    static List<Difference> compare(JsonNode expect, Explanation got) {
        SpecExpect comparison = new SpecExpect(got);
        for (Map.Entry<String, JsonNode> entry : expect.properties()) {
            comparison.one(entry.getKey(), entry.getValue());
        }
        return comparison.differences;
    }

    private void one(String what, JsonNode expected) {
        switch (what) {
            case "gate" -> same(what, expected.asText(), got.gate().name());
            case "gates" ->
                expected.properties()
                        .forEach(e -> same("gate " + e.getKey(), e.getValue().asText(), gate(e.getKey())));
            case "excludedBy" ->
                same(what, texts(expected).toString(), excludedBy().toString());
            case "tier" -> same(what, expected.asText(), Integer.toString(got.tier()));
            case "adjustments" ->
                same(what, adjustments(expected).toString(), adjustments().toString());
            case "undecided" ->
                same(what, texts(expected).toString(), undecided().toString());
            case "score" ->
                near(
                        what,
                        expected.path("value").asDouble(),
                        got.score(),
                        expected.path("tolerance").asDouble(DEFAULT_TOLERANCE));
            case "scoreInterval" -> {
                near("score, lower bound", expected.get(0).asDouble(), got.lower(), DEFAULT_TOLERANCE);
                near("score, upper bound", expected.get(1).asDouble(), got.upper(), DEFAULT_TOLERANCE);
            }
            case "utilities" -> expected.properties().forEach(e -> utility(e.getKey(), e.getValue()));
            default -> throw new IllegalArgumentException("the expectation " + what + " is not known");
        }
    }

    /** What an expectation would say if it were as the policy gives it, as flow YAML; what it names stays what it names. */
    static String asGot(String what, JsonNode expected, Explanation got) {
        SpecExpect now = new SpecExpect(got);
        return switch (what) {
            case "gate" -> got.gate().name();
            case "gates" -> map(expected, now::gate);
            case "excludedBy" -> list(now.excludedBy());
            case "tier" -> Integer.toString(got.tier());
            case "adjustments" -> {
                Map<String, String> points = now.adjustments();
                yield "{"
                        + points.entrySet().stream()
                                .map(entry -> text(entry.getKey()) + ": " + entry.getValue())
                                .collect(Collectors.joining(", "))
                        + "}";
            }
            case "undecided" -> list(now.undecided());
            case "score" ->
                "{value: " + Words.number(got.score())
                        + (expected.has("tolerance")
                                ? ", tolerance: "
                                        + Words.number(
                                                expected.path("tolerance").asDouble())
                                : "")
                        + "}";
            case "scoreInterval" -> "[" + Words.number(got.lower()) + ", " + Words.number(got.upper()) + "]";
            case "utilities" -> map(expected, now::value);
            default -> throw new IllegalArgumentException("the expectation " + what + " is not known");
        };
    }

    private String value(String criterion) {
        return got.criteria().stream()
                .filter(line -> line.reading().field().equals(criterion))
                .map(line -> line.utilityLower() == line.utilityUpper()
                        ? Words.number(line.utilityLower())
                        : "[" + Words.number(line.utilityLower()) + ", " + Words.number(line.utilityUpper()) + "]")
                .findFirst()
                .orElse("0");
    }

    private static String map(JsonNode expected, UnaryOperator<String> now) {
        return expected.properties().stream()
                .map(entry -> text(entry.getKey()) + ": " + now.apply(entry.getKey()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(SpecExpect::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A name as YAML reads it back; in quotes where it needs them. */
    private static String text(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9 _.()/-]*[A-Za-z0-9_.)]")
                        && !name.matches("(?i)true|false|null|yes|no|on|off")
                ? name
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void same(String what, String expected, String found) {
        if (!expected.equals(found)) {
            differences.add(new Difference(what, expected, found));
        }
    }

    private void near(String what, double expected, double found, double tolerance) {
        if (!(Math.abs(expected - found) <= tolerance)) {
            differences.add(new Difference(
                    what, Words.number(expected) + " within " + Words.number(tolerance), Words.number(found)));
        }
    }

    private void utility(String criterion, JsonNode expected) {
        for (Explanation.CriterionLine line : got.criteria()) {
            if (line.reading().field().equals(criterion)) {
                JsonNode low = expected.isArray() ? expected.get(0) : expected;
                JsonNode high = expected.isArray() ? expected.get(1) : expected;
                near("value of " + criterion + ", lower bound", low.asDouble(), line.utilityLower(), DEFAULT_TOLERANCE);
                near(
                        "value of " + criterion + ", upper bound",
                        high.asDouble(),
                        line.utilityUpper(),
                        DEFAULT_TOLERANCE);
                return;
            }
        }
        differences.add(new Difference("value of " + criterion, expected.toString(), "no line in a criteria table"));
    }

    private String gate(String name) {
        return got.gates().stream()
                .filter(g -> g.gate().equals(name))
                .map(g -> g.answer().name())
                .findFirst()
                .orElse("no such gate");
    }

    private static TreeSet<String> texts(JsonNode list) {
        TreeSet<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private TreeSet<String> excludedBy() {
        TreeSet<String> codes = new TreeSet<>();
        for (Explanation.Gate gate : got.gates()) {
            gate.rules().stream().filter(r -> r.decided() && r.excludes()).forEach(r -> codes.addAll(r.codes()));
        }
        return codes;
    }

    private static Map<String, String> adjustments(JsonNode expected) {
        Map<String, String> points = new TreeMap<>();
        expected.properties()
                .forEach(e -> points.put(e.getKey(), Words.number(e.getValue().asDouble())));
        return points;
    }

    private Map<String, String> adjustments() {
        Map<String, String> points = new TreeMap<>();
        got.adjustments().stream()
                .filter(Explanation.RuleLine::decided)
                .forEach(r -> points.put(r.rule(), Words.number(r.pointsLower())));
        return points;
    }

    private TreeSet<String> undecided() {
        TreeSet<String> names = new TreeSet<>();
        got.gates().forEach(g -> g.rules().stream().filter(r -> !r.decided()).forEach(r -> names.add(r.rule())));
        got.adjustments().stream().filter(r -> !r.decided()).forEach(r -> names.add(r.rule()));
        return names;
    }
}
