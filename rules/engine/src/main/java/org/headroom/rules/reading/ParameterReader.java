package org.headroom.rules.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.headroom.config.FigureSlips;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.rule.DayWords;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.OtherUnits;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.Parameter;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * Reads {@code parameters/*.yaml} and holds each figure against what its module declares, but for a policy by which was measured already: there it is taken
 * as it is written.
 */
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
            Optional<PolicyYaml> file = PolicyYaml.read(path, folder.text(path, problems), "parameters", problems);
            file.ifPresent(this::file);
            seen.add(file.map(known -> known.at("module").text())
                    .orElse(path.substring(PART.length()).replace(".yaml", "")));
        }
        List<Vocabulary.Module> without = new ArrayList<>();
        for (Vocabulary.Module module : vocabulary.modules()) {
            byModule.putIfAbsent(module.id(), new Parameters(List.of()));
            if (!module.parameters().isEmpty()
                    && !seen.contains(module.id())
                    && !vocabulary.takesParametersAsWritten()) {
                without.add(module);
            }
        }
        if (without.size() > 1 && folder.paths(PART).isEmpty()) {
            problems.add(PolicyProblem.error(
                            "parameters",
                            0,
                            "the folder is missing or has no file, and the modules "
                                    + without.stream()
                                            .map(Vocabulary.Module::id)
                                            .collect(Collectors.joining(", "))
                                    + " take their figures from its files")
                    .withKind("missing")
                    .withAdvice("copy it from a policy that comes with Headroom, and change what you know better"));
        } else {
            without.forEach(this::missing);
        }
        return byModule;
    }

    private void missing(Vocabulary.Module module) {
        problems.add(
                PART + module.id() + ".yaml",
                0,
                "the module " + module.id() + " needs the parameters "
                        + module.parameters().stream().map(ParameterSpec::id).collect(Collectors.joining(", "))
                        + ", but no file gives them");
    }

    private void file(PolicyYaml file) {
        PolicyYaml named = file.at("module");
        vocabulary.findModule(named).ifPresent(module -> {
            if (byModule.containsKey(module.id())) {
                named.error("duplicate-name", "another file gives the parameters of " + module.id());
            } else {
                byModule.put(
                        module.id(),
                        vocabulary.takesParametersAsWritten() ? new Parameters(written(file)) : checked(file, module));
            }
        });
    }

    private Parameters checked(PolicyYaml file, Vocabulary.Module module) {
        int before = file.errors();
        Parameters parameters = new Parameters(rows(file, module));
        if (file.errors() == before) {
            try {
                module.check().accept(parameters);
            } catch (HeadroomException e) {
                refused(file, module.id(), e);
            }
        }
        return parameters;
    }

    /** What a module says of its figures, told where the parameter stands that it names. */
    private static void refused(PolicyYaml file, String module, HeadroomException refusal) {
        String message = String.valueOf(refusal.getMessage()).replaceFirst("^module " + module + ": ", "");
        file.at("parameters").items().stream()
                .map(row -> row.at("parameter"))
                .filter(name -> message.contains(name.text()))
                .max(Comparator.comparing(name -> name.text().length()))
                .orElse(file)
                .error(PolicyProblem.INVALID, message, Advice.within(refusal.advice()));
    }

    private List<Parameter> rows(PolicyYaml file, Vocabulary.Module module) {
        Map<String, ParameterSpec> specs = new LinkedHashMap<>();
        module.parameters().forEach(spec -> specs.put(spec.id(), spec));
        List<Parameter> parameters = new ArrayList<>();
        Set<String> given = new TreeSet<>();
        Set<String> meant = new TreeSet<>();
        for (PolicyYaml row : file.at("parameters").items()) {
            PolicyYaml name = row.at("parameter");
            String id = name.text();
            ParameterSpec spec = specs.get(id);
            if (spec == null) {
                NearestName.of(id, specs.keySet()).ifPresent(meant::add);
                name.unknown(id, specs.keySet(), "the module " + module.id() + " has no parameter \"" + id + "\"");
            } else if (!given.add(id)) {
                name.error("duplicate-name", "the parameter " + id + " is given twice");
            } else {
                parameters.add(parameter(row.about("parameter " + id + ": "), spec));
            }
        }
        for (ParameterSpec spec : specs.values()) {
            if (!given.contains(spec.id()) && !meant.contains(spec.id())) {
                problems.add(
                        PolicyProblem.error(
                                        file.file(),
                                        0,
                                        "the parameter " + spec.id() + " (" + spec.unit() + ", " + spec.description()
                                                + ") is missing")
                                .withKind("missing")
                                .withAdvice(
                                        "copy its line from a policy that comes with Headroom, and change what you know better"));
            }
        }
        return parameters;
    }

    private static List<Parameter> written(PolicyYaml file) {
        List<Parameter> parameters = new ArrayList<>();
        for (PolicyYaml row : file.at("parameters").items()) {
            JsonNode value = row.node().path("value");
            List<Double> numbers = new ArrayList<>();
            if (!value.isTextual()) {
                (value.isArray() ? value : List.of(value)).forEach(number -> numbers.add(number.asDouble()));
            }
            parameters.add(parameter(
                    row,
                    row.at("parameter").text(),
                    numbers,
                    value.isTextual() ? value.asText() : "",
                    row.node().path("unit").asText("1")));
        }
        return parameters;
    }

    private static Parameter parameter(PolicyYaml row, ParameterSpec spec) {
        JsonNode value = row.node().path("value");
        String unit = row.node().path("unit").asText("1");
        String asOf = row.at("asOf").text();
        if (!unit.equals(spec.unit())) {
            row.at("unit")
                    .error(
                            "unit-mismatch",
                            "the unit is \"" + unit + "\", it must be \"" + spec.unit() + "\"",
                            OtherUnits.in(
                                            value.asText("0").matches("-?[0-9.]{1,12}") ? value.asText() : "0",
                                            unit,
                                            spec.unit())
                                    .filter(figure -> value.isNumber())
                                    .map(figure -> "write value: " + figure + ", unit: " + spec.unit())
                                    .orElse("give the value in " + spec.unit()));
        }
        if (!DayWords.isDay(asOf)) {
            row.at("asOf").error("dates", "asOf is \"" + asOf + "\", it must be a year, month or day such as 2024-10");
        }
        if (row.at("source").text().isBlank()) {
            row.error("no-source", "there is no source; for an assumption, give the reasoning");
        }
        boolean isText = spec.type() == ParameterSpec.Type.TEXT;
        String misfit =
                switch (spec.type()) {
                    case NUMBER -> value.isNumber() ? "" : "a number";
                    case NUMBERS -> value.isArray() || value.isNumber() ? "" : "a list of numbers";
                    case TEXT -> value.isTextual() && !value.asText().isBlank() ? "" : "a text";
                };
        List<Double> numbers = new ArrayList<>();
        if (!misfit.isEmpty()) {
            row.at("value")
                    .error(
                            "type-mismatch",
                            "the value "
                                    + (value.isTextual() && value.asText().isEmpty() ? "is empty, and" : value + " is")
                                    + " not " + misfit,
                            misfit(value, isText));
        } else if (!isText) {
            (value.isArray() ? value : List.of(value)).forEach(number -> numbers.add(number.asDouble()));
        }
        for (double number : numbers) {
            if (!(number >= spec.minimum() && number <= spec.maximum())) {
                row.at("value")
                        .error(
                                "outside-range",
                                "the value " + Words.number(number) + " is not within " + Words.number(spec.minimum())
                                        + " to " + Words.quantity(spec.maximum(), spec.unit()));
            }
        }
        return parameter(row, spec.id(), numbers, isText ? value.asText() : "", unit);
    }

    private static String misfit(JsonNode value, boolean isText) {
        if (isText) {
            return value.isNumber() ? "write \"" + value + "\", in quotes" : "";
        }
        return value.isTextual() ? FigureSlips.advice(value.asText()) : "";
    }

    private static Parameter parameter(PolicyYaml row, String id, List<Double> numbers, String text, String unit) {
        return new Parameter(
                id,
                numbers,
                text,
                unit,
                row.at("asOf").text(),
                row.at("source").text().strip(),
                row.node().path("assumption").asBoolean(false));
    }
}
