package org.headroom.jobs.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.headroom.config.Problems;
import org.headroom.config.SchemaCheck;
import org.headroom.config.YamlDocument;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;

/** Reads a file of scenarios. */
public final class ScenarioFile {
    private static final SchemaCheck SCHEMA = SchemaCheck.ofResource(ScenarioFile.class, "scenarios.schema.json");
    private static final String ADVICE = "Correct the file of scenarios; its schema is scenarios.schema.json.";

    private final Path file;
    private final Map<String, Path> shipped;
    private final Problems problems;

    private ScenarioFile(Path file, Map<String, Path> shipped, YamlDocument document) {
        this.file = file;
        this.shipped = shipped;
        this.problems = new Problems(document);
    }

    /**
     * Reads and checks it.
     *
     * @param shipped folders of the policies that may be called by a name
     * @return the scenarios in the order of the file; at least one
     * @throws HeadroomException of family CONFIG, naming every problem found with its line
     */
    public static List<Scenario> read(Path path, Map<String, Path> shipped) {
        Path file = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "there is no file of scenarios " + file,
                    "Give one with --scenarios; geodata/catalog/us/scenarios.yaml is an example.");
        }
        YamlDocument document = YamlDocument.read(file, String.valueOf(file.getFileName()), FailureFamily.CONFIG);
        return new ScenarioFile(file, shipped, document).scenarios(document);
    }

    private List<Scenario> scenarios(YamlDocument document) {
        SCHEMA.check(document, problems);
        problems.throwIfAny(ADVICE);
        JsonNode list = document.root().path("scenarios");
        List<Scenario> scenarios = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String at = "/scenarios/" + i;
            Scenario scenario = scenario(at, list.path(i));
            if (!names.add(scenario.name())) {
                problems.add(at + "/name", "there is another scenario \"" + scenario.name() + "\"");
            }
            scenarios.add(scenario);
        }
        problems.throwIfAny(ADVICE);
        return scenarios;
    }

    private Scenario scenario(String at, JsonNode node) {
        return new Scenario(
                node.path("name").asText(),
                node.has("loadMw") ? OptionalDouble.of(node.path("loadMw").asDouble()) : OptionalDouble.empty(),
                node.has("sector") ? Optional.of(node.path("sector").asText()) : Optional.empty(),
                node.has("policy") ? policy(at + "/policy", node.path("policy").asText()) : Optional.empty(),
                node.has("date") ? date(at + "/date", node.path("date").asText()) : Optional.empty());
    }

    private Optional<Path> policy(String at, String written) {
        Path folder = file.resolveSibling(written).normalize();
        if (Files.isRegularFile(folder.resolve("policy.yaml"))) {
            return Optional.of(folder);
        }
        Path named = shipped.get(written);
        if (named == null) {
            problems.add(
                    at,
                    "there is no policy in " + folder + ", and none that comes with Headroom is called \"" + written
                            + "\"" + NearestName.hint(written, shipped.keySet()));
        }
        return Optional.ofNullable(named);
    }

    private Optional<LocalDate> date(String at, String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            problems.add(at, "\"" + written + "\" is not a day like 2026-06-01");
            return Optional.empty();
        }
    }
}
