package org.headroom.it.recomputed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The criteria tables, the settings and the rules of a policy, from its files. */
public final class PolicyFiles {
    private final List<WeightedValue> criteria = new ArrayList<>();
    private final List<RuleText> rules = new ArrayList<>();
    private final Map<String, Map<String, Object>> unknown = new HashMap<>();
    private final Map<String, Object> settings;

    /** Reads a folder whose weights stand in its criteria tables. */
    public PolicyFiles(Path folder) {
        settings = yaml(folder.resolve("policy.yaml"));
        if (Files.exists(folder.resolve("weights.yaml")) || Files.exists(folder.resolve("overlay"))) {
            throw new IllegalStateException(folder + " has weights or criteria that are not read here");
        }
        for (Path file : files(folder.resolve("criteria"))) {
            Map<String, Object> table = yaml(file);
            for (Map<String, Object> line : maps(table.get("criteria"))) {
                criteria.add(WeightedValue.of((String) table.get("module"), line));
                unknown.put((String) line.get("criterion"), map(line.get("unknown")));
            }
        }
        for (Path file : files(folder.resolve("drl"))) {
            rules.addAll(RuleText.readAll(file));
        }
    }

    /** Which end of the score ranks. */
    String rankBy() {
        return (String) settings.get("rankBy");
    }

    /** What unknown means, by criterion. */
    Map<String, Belief> beliefs(LocalDate day) {
        Map<String, Belief> beliefs = new HashMap<>();
        criteria.forEach(
                line -> beliefs.put(line.criterion(), new Belief(line, map(unknown.get(line.criterion())), day)));
        return beliefs;
    }

    double limit(String end) {
        return ((Number) maps(List.of(settings.get("score"))).get(0).get(end)).doubleValue();
    }

    /** Lines of the tables. */
    public List<WeightedValue> criteria() {
        return criteria;
    }

    /** All rules, by file and place. */
    public List<RuleText> rules() {
        return rules;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> yaml(Path file) {
        try {
            return (Map<String, Object>)
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
