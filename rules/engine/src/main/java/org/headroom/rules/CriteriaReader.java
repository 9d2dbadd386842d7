package org.headroom.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.config.YamlDocument;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.NearestName;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.value.Words;

/** Reads {@code criteria/*.yaml}: weights and value functions, checked against what the modules declare. */
final class CriteriaReader {
    private static final double WEIGHT_TOLERANCE = 1e-9;

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final List<WeightedCriterion> entries = new ArrayList<>();
    private boolean isWeighedElsewhere;

    CriteriaReader(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** All lines by file path and place in the file; those of a policy with {@code weights.yaml} still without their weights. */
    List<WeightedCriterion> read(PolicyFolder folder) {
        int before = problems.count();
        isWeighedElsewhere = WeightReader.isUsed(folder);
        for (String path : folder.paths("criteria/")) {
            PolicyYaml.read(path, folder.text(path, problems), "criteria", problems)
                    .ifPresent(this::table);
        }
        double sum = 0;
        for (WeightedCriterion entry : entries) {
            sum += entry.weight();
        }
        if (!isWeighedElsewhere && problems.count() == before && !(Math.abs(sum - 1) <= WEIGHT_TOLERANCE)) {
            problems.add("criteria", 0, "the weights of all tables sum to " + sum + ", they must sum to 1");
        }
        return entries;
    }

    private void table(YamlDocument document) {
        String moduleId = document.root().path("module").asText();
        Optional<Vocabulary.Module> module = vocabulary.findModule(moduleId);
        if (module.isEmpty()) {
            problems.add(
                    document.file(),
                    document.line("/module"),
                    "no module named \"" + moduleId + "\" is installed"
                            + NearestName.hint(moduleId, vocabulary.moduleIds()));
            return;
        }
        JsonNode rows = document.root().path("criteria");
        for (int i = 0; i < rows.size(); i++) {
            row(document, module.get(), rows.get(i), "/criteria/" + i);
        }
    }

    private void row(YamlDocument document, Vocabulary.Module module, JsonNode row, String pointer) {
        String id = row.path("criterion").asText();
        int line = document.line(pointer + "/criterion");
        Optional<Criterion> found = module.find(id);
        if (found.isEmpty()) {
            Set<String> known = module.criteria().stream().map(Criterion::id).collect(Collectors.toSet());
            problems.add(
                    document.file(),
                    line,
                    "the module " + module.id() + " gives no criterion named \"" + id + "\""
                            + NearestName.hint(id, known));
            return;
        }
        if (entries.stream().anyMatch(e -> e.criterion().id().equals(id))) {
            problems.add(document.file(), line, "the criterion " + id + " has a line already");
            return;
        }
        if (row.has("weight") == isWeighedElsewhere) {
            problems.add(
                    document.file(),
                    line,
                    "criterion " + id
                            + (isWeighedElsewhere
                                    ? " has a weight here, but this policy has its weights from " + WeightReader.FILE
                                    : " has no weight"));
        }
        Criterion criterion = found.get();
        int valueLine = document.line(pointer + "/value");
        try {
            ValueFunction value = ValueReader.read(row.path("value"), criterion);
            checkDirection(criterion, value);
            entries.add(new WeightedCriterion(
                    module.id(),
                    criterion,
                    row.path("weight").asDouble(),
                    value,
                    row.path("reasoning").asText().strip(),
                    row.path("source").asText().strip()));
        } catch (IllegalArgumentException e) {
            problems.add(document.file(), valueLine, "criterion " + id + ": " + e.getMessage());
        }
    }

    private static void checkDirection(Criterion criterion, ValueFunction value) {
        boolean contradicts =
                switch (criterion.direction()) {
                    case HIGHER_IS_BETTER -> !value.neverFalls();
                    case LOWER_IS_BETTER -> !value.neverRises();
                    case NOT_ORDERED -> false;
                };
        if (contradicts) {
            boolean higher = criterion.direction() == Direction.HIGHER_IS_BETTER;
            throw new IllegalArgumentException("the module declares that " + (higher ? "higher" : "lower")
                    + " is better, but a " + (higher ? "higher" : "lower")
                    + " measurement is given a smaller value somewhere between "
                    + Words.quantity(criterion.minimum(), criterion.unit()) + " and "
                    + Words.quantity(criterion.maximum(), criterion.unit()));
        }
    }
}
