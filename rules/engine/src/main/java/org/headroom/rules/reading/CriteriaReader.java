package org.headroom.rules.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.headroom.model.Criterion;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.prior.Prior;
import org.headroom.rules.prior.PriorReader;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.value.ValueReader;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.rules.weight.WeightReader;
import org.headroom.rules.weight.WeightedCriterion;
import org.jspecify.annotations.Nullable;

/** Reads {@code criteria/*.yaml}: weights and value functions, checked against what the modules declare. */
final class CriteriaReader {
    private static final double WEIGHT_TOLERANCE = 1e-9;
    private static final int SHOWN_DECIMALS = 9;

    private final Vocabulary vocabulary;
    private final RankBy rankBy;
    private final Problems problems;
    private final List<WeightedCriterion> entries = new ArrayList<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private final Map<String, String> spreads = new LinkedHashMap<>();
    private boolean isWeighedElsewhere;
    private boolean areAllWeightsKnown = true;

    /** @param rankBy what orders the sites; by what is expected, every line with a weight must say what unknown means */
    CriteriaReader(Vocabulary vocabulary, RankBy rankBy, Problems problems) {
        this.vocabulary = vocabulary;
        this.rankBy = rankBy;
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

    /** Why the criteria of a module tell sites apart by less than their weights say, by module; without those that say nothing. */
    Map<String, String> spreads() {
        return spreads;
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

    private void table(PolicyYaml table) {
        PolicyYaml module = table.at("module");
        List<PolicyYaml> lines = table.at("criteria").items();
        if (table.has("spread")) {
            spreads.merge(module.text(), table.at("spread").text().strip(), (one, other) -> one + " " + other);
        }
        for (PolicyYaml line : lines) {
            areAllWeightsKnown &= line.has("weight");
            weights.merge(module.text(), line.at("weight").number(), Double::sum);
        }
        vocabulary.findModule(module).ifPresent(found -> lines.forEach(line -> line(found, line)));
    }

    private void line(Vocabulary.Module module, PolicyYaml line) {
        PolicyYaml place = line.at("criterion");
        String id = place.text();
        Criterion criterion = module.find(id).orElse(null);
        if (criterion == null) {
            place.unknown(
                    id,
                    module.criteria().stream().map(Criterion::id).toList(),
                    "the module " + module.id() + " gives no criterion named \"" + id + "\"");
            return;
        }
        if (entries.stream().anyMatch(e -> e.criterion().id().equals(id))) {
            place.error("duplicate-name", "the criterion " + id + " has a line already");
            return;
        }
        if (!line.has("weight") && !isWeighedElsewhere) {
            place.error("weights-sum", "criterion " + id + " has no weight");
        } else if (line.has("weight") && isWeighedElsewhere) {
            line.at("weight")
                    .error(
                            "weights-sum",
                            "criterion " + id + " has a weight here, but this policy has its weights from "
                                    + WeightReader.FILE);
        }
        PolicyYaml told = line.about("criterion " + id + ": ");
        String unit = line.at("unit").text();
        if (line.has("unit") && !unit.equals(criterion.unit())) {
            told.at("unit")
                    .error(
                            "unit-mismatch",
                            "the unit is \"" + unit + "\", but the module " + module.id() + " measures it in \""
                                    + criterion.unit() + "\"",
                            "write unit: " + criterion.unit() + ", and the anchors in it");
        }
        ValueReader.read(told.at("value"), criterion).ifPresent(value -> {
            UnknownMeaning unknown = unknown(line, told, criterion);
            sameScale(told, criterion, value, unknown);
            entries.add(new WeightedCriterion(
                    module.id(),
                    criterion,
                    line.at("weight").number(),
                    value,
                    line.at("reasoning").text().strip(),
                    line.at("source").text().strip(),
                    unknown));
        });
    }

    /** Anchors and prior are about the same measurements; where all that the prior gives is worth the same, one of the two is in another unit. */
    private static void sameScale(
            PolicyYaml told, Criterion criterion, ValueFunction value, @Nullable UnknownMeaning unknown) {
        Prior prior = unknown == null || criterion.isCategory() ? null : unknown.prior();
        if (prior == null || prior.quantile(0) == prior.quantile(1)) {
            return;
        }
        double least = prior.quantile(0);
        double most = prior.quantile(1);
        if (value.lowest(least, most) == value.highest(least, most)) {
            told.at("value")
                    .doubt(
                            "flat",
                            "all of " + Words.number(least) + " to " + Words.quantity(most, criterion.unit())
                                    + ", which unknown may be, has the value " + Words.number(value.at(least)),
                            "give the anchors and the quantiles in " + criterion.unit());
        }
    }

    private @Nullable UnknownMeaning unknown(PolicyYaml line, PolicyYaml told, Criterion criterion) {
        if (line.has("unknown")) {
            return PriorReader.read(told.at("unknown"), criterion).orElse(null);
        }
        boolean counts = isWeighedElsewhere || line.at("weight").number() > 0;
        if (rankBy == RankBy.EXPECTED && counts) {
            line.at("criterion")
                    .error(
                            "prior",
                            "the policy ranks by what is expected, but the criterion " + criterion.id()
                                    + " does not say what unknown means",
                            "write unknown: with a prior, its reasoning, source and asOf");
        }
        return null;
    }
}
