package org.headroom.rules.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.config.YamlDocument;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.value.ValueCheck;
import org.headroom.rules.value.ValueDoubts;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.value.ValueReader;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.rules.weight.WeightReader;
import org.headroom.rules.weight.WeightedCriterion;

/** Reads {@code criteria/*.yaml}: weights and value functions, checked against what the modules declare. */
final class CriteriaReader {
    private static final double WEIGHT_TOLERANCE = 1e-9;
    private static final int SHOWN_DECIMALS = 9;

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final List<WeightedCriterion> entries = new ArrayList<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private boolean isWeighedElsewhere;
    private boolean areAllWeightsKnown = true;

    CriteriaReader(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** All lines by file path and place in the file; those of a policy with {@code weights.yaml} still without their weights. */
    List<WeightedCriterion> read(PolicyFolder folder) {
        isWeighedElsewhere = WeightReader.isUsed(folder);
        for (String path : folder.paths("criteria/")) {
            PolicyYaml.read(path, folder.text(path, problems), "criteria", problems)
                    .ifPresentOrElse(this::table, () -> areAllWeightsKnown = false);
        }
        if (!isWeighedElsewhere && areAllWeightsKnown) {
            checkSum();
        }
        return entries;
    }

    /** Also when something else is wrong with a table, as its weights stand there all the same. */
    private void checkSum() {
        double sum = weights.values().stream().mapToDouble(w -> w).sum();
        if (!(Math.abs(sum - 1) <= WEIGHT_TOLERANCE)) {
            String byModule = weights.entrySet().stream()
                    .map(module -> module.getKey() + " has " + shown(module.getValue()))
                    .collect(Collectors.joining(", "));
            problems.add(PolicyProblem.error(
                            "criteria", 0, "the weights of all tables sum to " + shown(sum) + ", they must sum to 1")
                    .withKind("weights-sum")
                    .withAdvice((sum < 1 ? "add " : "take away ") + shown(Math.abs(1 - sum)) + "; " + byModule));
        }
    }

    private static String shown(double weight) {
        return BigDecimal.valueOf(weight)
                .setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void table(YamlDocument document) {
        String moduleId = document.root().path("module").asText();
        for (JsonNode row : document.root().path("criteria")) {
            areAllWeightsKnown &= row.has("weight");
            weights.merge(moduleId, row.path("weight").asDouble(), Double::sum);
        }
        Optional<Vocabulary.Module> module = vocabulary.findModule(moduleId);
        if (module.isEmpty()) {
            problems.add(PolicyYaml.at(document, "/module", "no module named \"" + moduleId + "\" is installed")
                    .withKind("unknown-name")
                    .withAdvice(Advice.nearest(moduleId, vocabulary.moduleIds())));
            return;
        }
        JsonNode rows = document.root().path("criteria");
        for (int i = 0; i < rows.size(); i++) {
            row(document, module.get(), rows.get(i), "/criteria/" + i);
        }
    }

    private void row(YamlDocument document, Vocabulary.Module module, JsonNode row, String pointer) {
        String id = row.path("criterion").asText();
        Optional<Criterion> found = module.find(id);
        if (found.isEmpty()) {
            Set<String> known = module.criteria().stream().map(Criterion::id).collect(Collectors.toSet());
            problems.add(PolicyYaml.at(
                            document,
                            pointer + "/criterion",
                            "the module " + module.id() + " gives no criterion named \"" + id + "\"")
                    .withKind("unknown-name")
                    .withAdvice(Advice.nearest(id, known)));
            return;
        }
        if (entries.stream().anyMatch(e -> e.criterion().id().equals(id))) {
            problems.add(PolicyYaml.at(document, pointer + "/criterion", "the criterion " + id + " has a line already")
                    .withKind("duplicate-name"));
            return;
        }
        if (row.has("weight") == isWeighedElsewhere) {
            problems.add(PolicyYaml.at(
                            document,
                            pointer + (isWeighedElsewhere ? "/weight" : "/criterion"),
                            "criterion " + id
                                    + (isWeighedElsewhere
                                            ? " has a weight here, but this policy has its weights from "
                                                    + WeightReader.FILE
                                            : " has no weight"))
                    .withKind("weights-sum"));
        }
        Criterion criterion = found.get();
        if (row.has("unit") && !row.path("unit").asText().equals(criterion.unit())) {
            problems.add(PolicyYaml.at(
                            document,
                            pointer + "/unit",
                            "criterion " + id + ": the unit is \""
                                    + row.path("unit").asText() + "\", but the module " + module.id()
                                    + " measures it in \"" + criterion.unit() + "\"")
                    .withKind("unit-mismatch")
                    .withAdvice("write unit: " + criterion.unit() + ", and the anchors in it"));
        }
        if (!new ValueCheck(document, pointer + "/value", criterion, problems).isWellFormed(row.path("value"))) {
            return;
        }
        try {
            ValueFunction value = ValueReader.read(row.path("value"), criterion);
            checkDirection(criterion, value);
            new ValueDoubts(document, pointer + "/value", criterion, problems).find(value);
            entries.add(new WeightedCriterion(
                    module.id(),
                    criterion,
                    row.path("weight").asDouble(),
                    value,
                    row.path("reasoning").asText().strip(),
                    row.path("source").asText().strip()));
        } catch (IllegalArgumentException e) {
            problems.add(PolicyYaml.at(document, pointer + "/value", "criterion " + id + ": " + e.getMessage())
                    .withKind("anchors"));
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
