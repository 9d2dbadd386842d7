package org.headroom.workbench.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.headroom.model.GateAnswer;
import org.headroom.model.SiteOrigin;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.reading.RankBy;
import org.headroom.rules.reading.Unchecked;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Proportion;
import org.headroom.rules.rule.RuleAction;
import org.headroom.rules.rule.Truth;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Explains single sites from their measurements and scores. Safe for several threads when the source names are. */
public final class Explainer {
    /** In the order in which they are told. */
    private static final List<String> OF_FACILITY = List.of(
            "facilityKind",
            "facilityStatus",
            "facilityStatusAsOf",
            "retirementYear",
            "connectionRight",
            "generatorNameplateMw",
            "contractedCapacityMw",
            "capacityMeaning",
            "letCapacityMw",
            "capacityAsOf",
            "market",
            "placePrecision",
            "placeRadiusKm");

    private final Policy policy;
    private final Readings readings;
    private final SourceNames names;
    private final List<CheckedRule> inProportion;

    /**
     * @param policy the policy that gave the scores
     * @param names names the layers and records behind the measurements
     */
    public Explainer(Policy policy, SourceNames names) {
        this.policy = policy;
        this.readings = new Readings(names);
        this.names = names;
        this.inProportion = policy.rulesInProportion();
    }

    /**
     * Explains one site of a block.
     *
     * @param site place in the block
     * @param sites the block that was scored
     * @param measurements its measurements
     * @param scores its scores, filled by a scorer of the same policy
     */
    public Explanation explain(int site, SiteBlock sites, MeasurementBlock measurements, ScoreBlock scores) {
        Case of = new Case(site, sites, measurements, scores);
        List<Explanation.Gate> gates = new ArrayList<>();
        for (int gate = 0; gate < policy.gates().size(); gate++) {
            String name = policy.gates().get(gate);
            gates.add(new Explanation.Gate(name, scores.gateAnswer(gate, site), rules(of, name), readBy(of, name)));
        }
        List<Explanation.CriterionLine> criteria =
                policy.criteria().stream().map(c -> criterion(of, c)).toList();
        List<Explanation.RuleLine> adjustments = rules(of, "");
        return new Explanation(
                sites.siteId(site),
                sites.origin(site).name(),
                policy.id() + " " + policy.version(),
                scores.gate(site),
                scores.tier(site),
                scores.ranking(site),
                scores.lower(site),
                scores.upper(site),
                policy.rankBy(),
                policy.minimumScore(),
                policy.maximumScore(),
                sum(criteria, Explanation.CriterionLine::pointsLower),
                sum(criteria, Explanation.CriterionLine::pointsUpper),
                sum(adjustments, Explanation.RuleLine::pointsLower),
                sum(adjustments, Explanation.RuleLine::pointsUpper),
                isExpected() ? sum(criteria, Explainer::expectedPoints) : null,
                isExpected() ? expectedAdjustments(of) : null,
                tierBecause(scores.tier(site), scores.gate(site), gates, adjustments),
                scores.confidenceFraction(site),
                facility(of),
                gates,
                criteria,
                adjustments,
                open(of, criteria),
                layers(gates, criteria, adjustments),
                records(of));
    }

    private boolean isExpected() {
        return policy.rankBy() == RankBy.EXPECTED;
    }

    private static double expectedPoints(Explanation.CriterionLine line) {
        Explanation.Expected expected = line.expected();
        return expected == null ? line.pointsLower() : expected.points();
    }

    private double expectedAdjustments(Case of) {
        return sum(
                policy.rules().stream()
                        .filter(rule -> !rule.isGate())
                        .filter(rule ->
                                of.scores.isFired(of.site, rule.index()) || of.scores.isExpected(of.site, rule.index()))
                        .toList(),
                rule -> {
                    int at = inProportion.indexOf(rule);
                    return at < 0 ? rule.points() : of.scores.expectedPoints(at, of.site);
                });
    }

    /** What its source says the facility is, from what day, and where; nothing for new land. */
    private Map<String, String> facility(Case of) {
        Map<String, String> known = new LinkedHashMap<>();
        if (of.sites.origin(of.site) == SiteOrigin.GREENFIELD) {
            return known;
        }
        for (String name : OF_FACILITY) {
            policy.vocabulary()
                    .fields()
                    .find(name)
                    .filter(field -> !field.criterion())
                    .ifPresent(field -> {
                        String value = readings.of(field, of.site, of.sites, of.measurements)
                                .value();
                        if (!value.equals("unknown")) {
                            known.put(name, value);
                        }
                    });
        }
        return known;
    }

    /** What else the records say that decided what the policy weighs or tests, in the order of the criteria. */
    private List<Explanation.RecordLine> records(Case of) {
        Set<String> read = new LinkedHashSet<>(policy.fieldsOfRules());
        policy.criteria().forEach(line -> read.add(line.criterion().id()));
        Set<Explanation.RecordLine> records = new LinkedHashSet<>();
        for (String criterion : of.measurements.criterionIds()) {
            MeasurementColumn column = of.measurements.column(criterion);
            int layer = column.layerOrdinal(of.site);
            int record = column.record(of.site);
            if (read.contains(criterion) && layer >= 0 && record >= 0) {
                Map<String, String> told = names.told(layer, record);
                if (!told.isEmpty()) {
                    records.add(new Explanation.RecordLine(names.layerId(layer), names.recordId(layer, record), told));
                }
            }
        }
        return List.copyOf(records);
    }

    private static <T> double sum(List<T> lines, ToDoubleFunction<T> points) {
        return lines.stream().mapToDouble(points).reduce(0, Double::sum);
    }

    private String tierBecause(
            int tier, GateAnswer gate, List<Explanation.Gate> gates, List<Explanation.RuleLine> adjustments) {
        List<String> rules = adjustments.stream()
                .filter(rule -> rule.expected() && rule.tier() == tier)
                .map(rule -> "rule \"" + rule.rule() + "\"" + (rule.decided() ? "" : " is expected to hold"))
                .toList();
        if (tier != ScoreBlock.EXCLUDED_TIER && !rules.isEmpty()) {
            return String.join(", ", rules);
        }
        boolean isTold = gate == GateAnswer.UNKNOWN && isExpected() && policy.unchecked() == Unchecked.AS_EXPECTED;
        return "the gates answer " + gate + (isTold ? "; expected is " + expected(gates) : "");
    }

    /** The worst answer that gates give if what is unknown is worth what is expected of it; UNKNOWN where no prior tells. */
    private static GateAnswer expected(List<Explanation.Gate> gates) {
        return gates.stream()
                .flatMap(gate -> gate.rules().stream())
                .filter(Explanation.RuleLine::expected)
                .map(rule -> rule.excludes() ? GateAnswer.FAIL : GateAnswer.CONDITIONAL)
                .max(Comparator.naturalOrder())
                .orElse(GateAnswer.PASS);
    }

    /** Criteria whose value is not certain and rules that cannot be decided, in the order of the policy. */
    private List<Explanation.Open> open(Case of, List<Explanation.CriterionLine> criteria) {
        List<Explanation.Open> open = new ArrayList<>();
        for (Explanation.CriterionLine line : criteria) {
            if (line.pointsLower() != line.pointsUpper()) {
                open.add(new Explanation.Open(
                        line.reading().field(), false, line.pointsLower(), line.pointsUpper(), "", GateAnswer.PASS, 0));
            }
        }
        for (CheckedRule rule : policy.rules()) {
            if (of.scores.isUndecided(of.site, rule.index())) {
                open.add(new Explanation.Open(
                        rule.name(),
                        true,
                        Math.min(0, least(of, rule)),
                        Math.max(0, most(of, rule)),
                        rule.gate(),
                        rule.answer(),
                        rule.tier()));
            }
        }
        return open;
    }

    /** The layers named anywhere in an explanation, by id. */
    private List<Explanation.LayerLine> layers(
            List<Explanation.Gate> gates,
            List<Explanation.CriterionLine> criteria,
            List<Explanation.RuleLine> adjustments) {
        Stream<Explanation.Reading> ofGates = gates.stream()
                .flatMap(gate -> Stream.concat(
                        gate.because().stream(), gate.rules().stream().flatMap(rule -> rule.because().stream())));
        Stream<Explanation.Reading> ofCriteria = criteria.stream().map(Explanation.CriterionLine::reading);
        Stream<Explanation.Reading> ofRules = adjustments.stream().flatMap(rule -> rule.because().stream());
        return Stream.of(ofGates, ofCriteria, ofRules)
                .flatMap(stream -> stream)
                .map(Explanation.Reading::layer)
                .filter(layer -> !layer.isEmpty())
                .distinct()
                .sorted()
                .map(layer ->
                        new Explanation.LayerLine(layer, names.publisher(layer), names.asOf(layer), names.age(layer)))
                .toList();
    }

    /** What is known of all fields that the rules of a gate read. */
    private List<Explanation.Reading> readBy(Case of, String gate) {
        return policy.rules().stream()
                .filter(rule -> rule.gate().equals(gate))
                .flatMap(rule -> rule.condition().fields().stream())
                .distinct()
                .map(field -> readings.of(field, of.site, of.sites, of.measurements))
                .toList();
    }

    private record Case(int site, SiteBlock sites, MeasurementBlock measurements, ScoreBlock scores) {}

    /** The rules of a gate, or those without one, that hold or may hold. */
    private List<Explanation.RuleLine> rules(Case of, String gate) {
        List<Explanation.RuleLine> lines = new ArrayList<>();
        for (CheckedRule rule : policy.rules()) {
            boolean holds = of.scores.isFired(of.site, rule.index());
            if (rule.gate().equals(gate) && (holds || of.scores.isUndecided(of.site, rule.index()))) {
                lines.add(rule(of, rule, holds));
            }
        }
        return lines;
    }

    private Explanation.RuleLine rule(Case of, CheckedRule rule, boolean holds) {
        double least = least(of, rule);
        double most = most(of, rule);
        return new Explanation.RuleLine(
                rule.name(),
                rule.place().text(),
                holds,
                holds || of.scores.isExpected(of.site, rule.index()),
                rule.answer() == GateAnswer.FAIL,
                rule.actions().stream()
                        .map(RuleAction::code)
                        .filter(c -> !c.isEmpty())
                        .toList(),
                rule.actions().stream().map(Explainer::reason).toList(),
                holds ? least : Math.min(0, least),
                holds ? most : Math.max(0, most),
                rule.tier(),
                rule.source(),
                because(of, rule, holds));
    }

    private static String reason(RuleAction action) {
        Proportion in = action.proportion();
        return in == null ? action.reason() : action.reason() + " (" + in.text() + ")";
    }

    private double least(Case of, CheckedRule rule) {
        int at = inProportion.indexOf(rule);
        return at < 0 ? rule.points() : of.scores.leastPoints(at, of.site);
    }

    private double most(Case of, CheckedRule rule) {
        int at = inProportion.indexOf(rule);
        return at < 0 ? rule.points() : of.scores.mostPoints(at, of.site);
    }

    /** All fields of a rule that holds; of an undecided one, those that keep it from being decided. */
    private List<Explanation.Reading> because(Case of, CheckedRule rule, boolean holds) {
        boolean[] all = new boolean[policy.vocabulary().fields().all().size()];
        Arrays.fill(all, true);
        FactBlock block = new FactBlock(policy.vocabulary().fields(), all, List.of(), policy.evaluationDay());
        block.bind(of.sites, of.measurements, new RuleBits(0, 0));
        Set<SiteField> fields = new LinkedHashSet<>();
        for (Condition leaf : rule.condition().leaves()) {
            if (holds || leaf.truth(block, of.site) == Truth.UNKNOWN) {
                fields.addAll(leaf.fields());
            }
        }
        rule.actions().stream()
                .map(RuleAction::proportion)
                .flatMap(Stream::ofNullable)
                .forEach(in -> fields.add(in.field()));
        return fields.stream()
                .map(field -> readings.of(field, of.site, of.sites, of.measurements))
                .toList();
    }

    private Explanation.CriterionLine criterion(Case of, WeightedCriterion entry) {
        String id = entry.criterion().id();
        MeasurementColumn column = of.measurements.column(id);
        double low = column.lower(of.site);
        double high = column.upper(of.site);
        boolean known = column.isKnown(of.site);
        double least = known ? entry.value().lowest(low, high) : 0;
        double most = known ? entry.value().highest(low, high) : 1;
        return new Explanation.CriterionLine(
                entry.module(),
                entry.criterion().label(),
                readings.of(policy.vocabulary().fields().get(id), of.site, of.sites, of.measurements),
                known ? segment(entry.value(), low, high, entry.criterion().unit()) : "unknown: anything from 0 to 1",
                least,
                most,
                entry.weight(),
                entry.points(least),
                entry.points(most),
                least == most ? null : expected(entry, column, of.site),
                entry.source(),
                inputs(of, entry),
                parameters(entry));
    }

    private Explanation.@Nullable Expected expected(WeightedCriterion entry, MeasurementColumn column, int site) {
        UnknownMeaning unknown = entry.unknown();
        Expectation expectation = policy.expectation(entry.criterion().id()).orElse(null);
        if (unknown == null || expectation == null) {
            return null;
        }
        double low = column.lower(site);
        double high = column.upper(site);
        int reason = column.reason(site).ordinal();
        double mean = expectation.mean(low, high, reason);
        SiteField field = policy.vocabulary().fields().get(entry.criterion().id());
        double same = expectation.equivalent(low, high, reason);
        boolean isKnown = column.isKnown(site);
        return new Explanation.Expected(
                mean,
                entry.points(mean),
                Readings.value(field, same, same),
                isKnown ? "any measurement in the interval is as likely as any other" : unknown.reasoning(),
                isKnown ? "" : unknown.source());
    }

    private List<Explanation.Reading> inputs(Case of, WeightedCriterion entry) {
        return names(entry).stream()
                // A parameter may have the name of the criterion that it sets.
                .filter(name -> !name.equals(entry.criterion().id()))
                .map(name -> policy.vocabulary().fields().find(name))
                .flatMap(Optional::stream)
                .filter(field ->
                        !field.criterion() || of.measurements.criterionIds().contains(field.name()))
                .map(field -> readings.of(field, of.site, of.sites, of.measurements))
                .toList();
    }

    private List<Explanation.ParameterLine> parameters(WeightedCriterion entry) {
        List<String> names = names(entry);
        return policy.parameters(entry.module()).all().stream()
                .filter(parameter -> names.contains(parameter.id()))
                .sorted(Comparator.comparingInt(parameter -> names.indexOf(parameter.id())))
                .map(parameter -> new Explanation.ParameterLine(
                        parameter.id(), Readings.value(parameter), parameter.asOf(), parameter.source()))
                .toList();
    }

    /** What the module says that it works the criterion out from. */
    private List<String> names(WeightedCriterion entry) {
        return policy.vocabulary().modules().stream()
                .filter(module -> module.id().equals(entry.module()))
                .flatMap(
                        module -> module.inputs().getOrDefault(entry.criterion().id(), List.of()).stream())
                .toList();
    }

    private static String segment(ValueFunction value, double low, double high, String unit) {
        String first = value.segment(low, unit);
        String last = value.segment(high, unit);
        return first.equals(last) ? first : first + ", up to " + last;
    }
}
