package org.headroom.rules.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.headroom.config.YamlDocument;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.Parameter;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/** Reads {@code parameters/*.yaml} and holds each figure against what its module declares. */
final class ParameterReader {
    private static final String PART = "parameters/";

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Map<String, Parameters> byModule = new LinkedHashMap<>();

    ParameterReader(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** The parameters of every module of the vocabulary. */
    Map<String, Parameters> read(PolicyFolder folder) {
        Set<String> seen = new TreeSet<>();
        for (String path : folder.paths(PART)) {
            PolicyYaml.read(path, folder.text(path, problems), "parameters", problems)
                    .ifPresentOrElse(
                            document -> seen.add(file(document)),
                            () -> seen.add(path.substring(PART.length()).replace(".yaml", "")));
        }
        for (Vocabulary.Module module : vocabulary.modules()) {
            byModule.putIfAbsent(module.id(), new Parameters(List.of()));
            if (!module.parameters().isEmpty() && !seen.contains(module.id())) {
                problems.add(
                        PART + module.id() + ".yaml",
                        0,
                        "the module " + module.id() + " needs the parameters "
                                + module.parameters().stream()
                                        .map(ParameterSpec::id)
                                        .collect(Collectors.joining(", "))
                                + ", but no file gives them");
            }
        }
        return byModule;
    }

    private String file(YamlDocument document) {
        String moduleId = document.root().path("module").asText();
        Optional<Vocabulary.Module> module = vocabulary.findModule(moduleId);
        if (module.isEmpty()) {
            problems.add(PolicyYaml.at(document, "/module", "no module named \"" + moduleId + "\" is installed")
                    .withKind("unknown-name")
                    .withAdvice(Advice.nearest(moduleId, vocabulary.moduleIds())));
            return moduleId;
        }
        if (byModule.containsKey(moduleId)) {
            problems.add(PolicyYaml.at(document, "/module", "another file gives the parameters of " + moduleId)
                    .withKind("duplicate-name"));
            return moduleId;
        }
        byModule.put(moduleId, new Parameters(rows(document, module.get())));
        return moduleId;
    }

    private List<Parameter> rows(YamlDocument document, Vocabulary.Module module) {
        Map<String, ParameterSpec> specs = new LinkedHashMap<>();
        module.parameters().forEach(spec -> specs.put(spec.id(), spec));
        List<Parameter> parameters = new ArrayList<>();
        Set<String> given = new TreeSet<>();
        JsonNode rows = document.root().path("parameters");
        for (int i = 0; i < rows.size(); i++) {
            String id = rows.get(i).path("parameter").asText();
            String pointer = "/parameters/" + i;
            ParameterSpec spec = specs.get(id);
            if (spec == null) {
                problems.add(PolicyYaml.at(
                                document,
                                pointer + "/parameter",
                                "the module " + module.id() + " has no parameter \"" + id + "\"")
                        .withKind("unknown-name")
                        .withAdvice(Advice.nearest(id, specs.keySet())));
            } else if (!given.add(id)) {
                problems.add(PolicyYaml.at(document, pointer + "/parameter", "the parameter " + id + " is given twice")
                        .withKind("duplicate-name"));
            } else {
                parameters.add(parameter(document, pointer, rows.get(i), spec));
            }
        }
        for (ParameterSpec spec : specs.values()) {
            if (!given.contains(spec.id())) {
                problems.add(PolicyProblem.error(
                                document.file(),
                                0,
                                "the parameter " + spec.id() + " (" + spec.unit() + ", " + spec.description()
                                        + ") is missing")
                        .withKind("missing"));
            }
        }
        return parameters;
    }

    private Parameter parameter(YamlDocument document, String pointer, JsonNode row, ParameterSpec spec) {
        JsonNode value = row.path("value");
        String unit = row.path("unit").asText("1");
        String asOf = row.path("asOf").asText();
        String source = row.path("source").asText().strip();
        String id = "parameter " + spec.id() + ": ";
        if (!unit.equals(spec.unit())) {
            problems.add(PolicyYaml.at(
                            document,
                            pointer + "/unit",
                            id + "the unit is \"" + unit + "\", it must be \"" + spec.unit() + "\"")
                    .withKind("unit-mismatch"));
        }
        if (!asOf.matches("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")) {
            problems.add(PolicyYaml.at(
                            document,
                            pointer + "/asOf",
                            id + "asOf is \"" + asOf + "\", it must be a year, month or day such as 2024-10")
                    .withKind("dates"));
        }
        if (source.isEmpty()) {
            problems.add(
                    PolicyYaml.at(document, pointer, id + "there is no source; for an assumption, give the reasoning")
                            .withKind("no-source"));
        }
        boolean fits =
                switch (spec.type()) {
                    case NUMBER -> value.isNumber();
                    case NUMBERS -> value.isArray() || value.isNumber();
                    case TEXT -> value.isTextual() && !value.asText().isBlank();
                };
        if (!fits) {
            problems.add(PolicyYaml.at(
                            document, pointer + "/value", id + "the value " + value + " is not " + wanted(spec.type()))
                    .withKind("type-mismatch"));
        }
        List<Double> numbers = new ArrayList<>();
        if (fits && spec.type() != ParameterSpec.Type.TEXT) {
            (value.isArray() ? value : List.of(value)).forEach(number -> numbers.add(number.asDouble()));
        }
        for (double number : numbers) {
            if (!(number >= spec.minimum() && number <= spec.maximum())) {
                problems.add(PolicyYaml.at(
                                document,
                                pointer + "/value",
                                id + "the value " + Words.number(number) + " is not within "
                                        + Words.number(spec.minimum()) + " to "
                                        + Words.quantity(spec.maximum(), spec.unit()))
                        .withKind("outside-range"));
            }
        }
        String text = spec.type() == ParameterSpec.Type.TEXT ? value.asText() : "";
        return new Parameter(
                spec.id(),
                numbers,
                text,
                unit,
                asOf,
                source,
                row.path("assumption").asBoolean(false));
    }

    private static String wanted(ParameterSpec.Type type) {
        return switch (type) {
            case NUMBER -> "a number";
            case NUMBERS -> "a list of numbers";
            case TEXT -> "a text";
        };
    }
}
