package org.headroom.rules.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.Criterion;
import org.headroom.rules.check.Problems;
import org.headroom.rules.decision.DecisionTables;
import org.headroom.rules.drl.RuleFile;
import org.headroom.rules.drl.RuleSetReader;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.finding.RuleFindings;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.rules.weight.WeightReader;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.rules.weight.Weighting;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.Parameters;

/**
 * A policy as read from its folder, before its rules are compiled.
 *
 * @param vocabulary what it was checked against
 * @param settings policy.yaml
 * @param criteria lines of the criteria tables, in the policy's order
 * @param spreads why the criteria of a module tell sites apart by less than their weights say, by module; where the policy says so
 * @param weightings how the weights were found; empty when the criteria tables give them
 * @param parameters by module id
 * @param rules checked rules, numbered in order
 * @param gates names of the gates, in the order of their first rule
 * @param declared criteria over layers that the policy declares; the vocabulary has them
 * @param digest SHA-256 over the files and the engine's version
 */
public record PolicyParts(
        Vocabulary vocabulary,
        PolicySettings settings,
        List<WeightedCriterion> criteria,
        Map<String, String> spreads,
        List<Weighting> weightings,
        Map<String, Parameters> parameters,
        List<CheckedRule> rules,
        List<String> gates,
        List<DeclaredCriterion> declared,
        String digest) {

    /** The same with other weights, one for each line of the criteria tables. */
    public PolicyParts withWeights(double[] weights) {
        List<WeightedCriterion> weighted = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            weighted.add(criteria.get(i).withWeight(weights[i]));
        }
        return new PolicyParts(
                vocabulary,
                settings,
                List.copyOf(weighted),
                spreads,
                weightings,
                parameters,
                rules,
                gates,
                declared,
                digest);
    }

    /** The same with the rules of one policy and the weights of another one; all were read with the same installed modules. */
    public PolicyParts composed(PolicyParts ofRules, PolicyParts ofWeights) {
        List<WeightedCriterion> lines = new ArrayList<>();
        for (WeightedCriterion line : criteria) {
            lines.add(line.withWeight(ofWeights
                    .find(line.criterion().id())
                    .map(WeightedCriterion::weight)
                    .orElse(0.0)));
        }
        for (WeightedCriterion line : ofWeights.criteria) {
            if (find(line.criterion().id()).isEmpty()) {
                lines.add(line);
            }
        }
        return new PolicyParts(
                ofRules.vocabulary,
                settings,
                List.copyOf(lines),
                spreads,
                weightings,
                parameters,
                ofRules.rules,
                ofRules.gates,
                declared,
                digest);
    }

    private Optional<WeightedCriterion> find(String criterionId) {
        return criteria.stream()
                .filter(line -> line.criterion().id().equals(criterionId))
                .findFirst();
    }

    /** Reads and checks a folder; what comes of it means nothing when there is a problem. */
    public static PolicyParts read(PolicyFolder files, Vocabulary installed, String engineVersion, Problems problems) {
        PolicySettings settings = settings(files, problems);
        List<DeclaredCriterion> declared = List.copyOf(new DeclaredReader(installed, problems).read(files));
        Vocabulary vocabulary = installed.declaring(criteria(declared));
        CriteriaReader tables = new CriteriaReader(vocabulary, settings.rankBy(), problems);
        List<WeightedCriterion> criteria = tables.read(files);
        List<Weighting> weightings = List.of();
        if (WeightReader.isUsed(files)) {
            WeightReader weights = new WeightReader(criteria, problems);
            criteria = weights.weigh(files, criteria);
            weightings = weights.weightings();
        }
        Map<String, Parameters> parameters = new ParameterReader(vocabulary, problems).read(files);
        List<RuleFile> ruleFiles = new ArrayList<>();
        for (String path : files.paths("drl/")) {
            if (DecisionTables.isTable(path)) {
                ruleFiles.addAll(DecisionTables.read(path, files.bytes(path), problems));
            } else {
                int before = problems.count();
                RuleFile file = new RuleFile(path, files.text(path, problems));
                if (problems.count() == before) {
                    ruleFiles.add(file);
                }
            }
        }
        List<CheckedRule> rules = RuleSetReader.read(ruleFiles, vocabulary.fields(), problems);
        RuleFindings.find(rules, vocabulary.criteria(), criteria, problems);
        List<String> gates = rules.stream()
                .map(CheckedRule::gate)
                .filter(g -> !g.isEmpty())
                .distinct()
                .toList();
        return new PolicyParts(
                vocabulary,
                settings,
                List.copyOf(criteria),
                Map.copyOf(tables.spreads()),
                weightings,
                Map.copyOf(parameters),
                List.copyOf(rules),
                gates,
                declared,
                files.digest(engineVersion));
    }

    /** What the installed modules give, with the criteria that a policy declares. */
    public static Vocabulary vocabulary(PolicyFolder files, Vocabulary installed, Problems problems) {
        return installed.declaring(criteria(new DeclaredReader(installed, problems).read(files)));
    }

    private static List<Criterion> criteria(List<DeclaredCriterion> declared) {
        return declared.stream().map(DeclaredCriterion::criterion).toList();
    }

    private static void day(PolicyYaml place) {
        try {
            LocalDate.parse(place.text());
        } catch (DateTimeException e) {
            place.error(
                    "dates", "\"" + place.text() + "\" is no day of the calendar", "write a date such as 2026-11-29");
        }
    }

    private static PolicySettings settings(PolicyFolder files, Problems problems) {
        return PolicyYaml.read("policy.yaml", files.text("policy.yaml", problems), "policy", problems)
                .map(root -> {
                    PolicyYaml score = root.at("score");
                    double minimum = score.at("minimum").number();
                    double maximum = score.at("maximum").number();
                    if (!(minimum < maximum)) {
                        problems.add(
                                root.file(),
                                score.line(),
                                "the score's minimum " + minimum + " is not below its maximum " + maximum);
                    } else if (minimum > 0 || maximum < 100) {
                        score.doubt(
                                "cut-off",
                                "the criteria alone give 0 to 100, but scores are held to " + Words.number(minimum)
                                        + " to " + Words.number(maximum)
                                        + ", so sites that earn more or less than that stand level",
                                "write {minimum: 0, maximum: 100}, and more where bonuses shall count on top");
                    }
                    if (root.has("date")) {
                        day(root.at("date"));
                    }
                    return new PolicySettings(
                            root.at("policy").text(),
                            root.at("version").text(),
                            root.at("title").text(),
                            RankBy.valueOf(root.at("rankBy").text()),
                            root.has("unchecked")
                                    ? Unchecked.valueOf(root.at("unchecked").text())
                                    : Unchecked.AS_EXPECTED,
                            minimum,
                            maximum,
                            DecisionSettings.read(root.at("decision")),
                            new Authorship(
                                    root.at("author").text(),
                                    root.at("approvedBy").text(),
                                    root.at("date").text()));
                })
                .orElse(new PolicySettings(
                        "",
                        "",
                        "",
                        RankBy.LOWER_BOUND,
                        Unchecked.AS_EXPECTED,
                        0,
                        100,
                        DecisionSettings.USUAL,
                        Authorship.NONE));
    }
}
