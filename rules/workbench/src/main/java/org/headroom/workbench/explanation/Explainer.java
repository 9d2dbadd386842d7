package org.headroom.workbench.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.headroom.model.GateAnswer;
import org.headroom.model.SiteOrigin;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.reading.RankBy;
import org.headroom.rules.reading.Unchecked;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;

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
    private final RuleLines ruleLines;
    private final CriterionLines criterionLines;

    /**
     * @param policy the policy that gave the scores
     * @param names names the layers and records behind the measurements
     */
    public Explainer(Policy policy, SourceNames names) {
        this.policy = policy;
        this.readings = new Readings(names);
        this.names = names;
        this.ruleLines = new RuleLines(policy, readings);
        this.criterionLines = new CriterionLines(policy, readings);
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
        SiteCase of = new SiteCase(site, sites, measurements, scores);
        List<Explanation.Gate> gates = new ArrayList<>();
        for (int gate = 0; gate < policy.gates().size(); gate++) {
            String name = policy.gates().get(gate);
            gates.add(new Explanation.Gate(
                    name, scores.gateAnswer(gate, site), ruleLines.lines(of, name), readBy(of, name)));
        }
        List<Explanation.CriterionLine> criteria =
                policy.criteria().stream().map(c -> criterionLines.line(of, c)).toList();
        List<Explanation.RuleLine> adjustments = ruleLines.lines(of, "");
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
                isExpected() ? ruleLines.expectedPoints(of) : null,
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

    /** What its source says the facility is, from what day, and where; nothing for new land. */
    private Map<String, String> facility(SiteCase of) {
        Map<String, String> known = new LinkedHashMap<>();
        if (of.sites().origin(of.site()) == SiteOrigin.GREENFIELD) {
            return known;
        }
        for (String name : OF_FACILITY) {
            policy.vocabulary()
                    .fields()
                    .find(name)
                    .filter(field -> !field.criterion())
                    .ifPresent(field -> {
                        String value = readings.of(field, of.site(), of.sites(), of.measurements())
                                .value();
                        if (!value.equals("unknown")) {
                            known.put(name, value);
                        }
                    });
        }
        return known;
    }

    /** What else the records say that decided what the policy weighs or tests, in the order of the criteria. */
    private List<Explanation.RecordLine> records(SiteCase of) {
        Set<String> read = new LinkedHashSet<>(policy.fieldsOfRules());
        policy.criteria().forEach(line -> read.add(line.criterion().id()));
        Set<Explanation.RecordLine> records = new LinkedHashSet<>();
        for (String criterion : of.measurements().criterionIds()) {
            MeasurementColumn column = of.measurements().column(criterion);
            int layer = column.layerOrdinal(of.site());
            int record = column.record(of.site());
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
    private List<Explanation.Open> open(SiteCase of, List<Explanation.CriterionLine> criteria) {
        List<Explanation.Open> open = new ArrayList<>();
        for (Explanation.CriterionLine line : criteria) {
            if (line.pointsLower() != line.pointsUpper()) {
                open.add(new Explanation.Open(
                        line.reading().field(), false, line.pointsLower(), line.pointsUpper(), "", GateAnswer.PASS, 0));
            }
        }
        open.addAll(ruleLines.open(of));
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
    private List<Explanation.Reading> readBy(SiteCase of, String gate) {
        return policy.rules().stream()
                .filter(rule -> rule.gate().equals(gate))
                .flatMap(rule -> rule.condition().fields().stream())
                .distinct()
                .map(field -> readings.of(field, of.site(), of.sites(), of.measurements()))
                .toList();
    }
}
