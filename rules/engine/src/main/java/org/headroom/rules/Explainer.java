package org.headroom.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.rules.drl.CheckedRule;
import org.headroom.rules.drl.Condition;
import org.headroom.rules.drl.RuleAction;
import org.headroom.rules.drl.Truth;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.fact.SiteField;
import org.headroom.rules.value.ValueFunction;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;

/** Explains single sites from their measurements and scores. Safe for several threads when the source names are. */
public final class Explainer {
    private final Policy policy;
    private final Readings readings;

    /**
     * @param policy the policy that gave the scores
     * @param names names the layers and records behind the measurements
     */
    public Explainer(Policy policy, SourceNames names) {
        this.policy = policy;
        this.readings = new Readings(names);
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
            gates.add(new Explanation.Gate(name, scores.gateAnswer(gate, site), rules(of, name)));
        }
        return new Explanation(
                sites.siteId(site),
                sites.origin(site).name(),
                policy.id() + " " + policy.version(),
                scores.gate(site),
                scores.tier(site),
                scores.ranking(site),
                scores.lower(site),
                scores.upper(site),
                scores.confidenceFraction(site),
                gates,
                policy.criteria().stream().map(c -> criterion(of, c)).toList(),
                rules(of, ""));
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
        double points = rule.points();
        return new Explanation.RuleLine(
                rule.name(),
                holds,
                rule.answer() == GateAnswer.FAIL,
                rule.actions().stream()
                        .map(RuleAction::code)
                        .filter(c -> !c.isEmpty())
                        .toList(),
                rule.actions().stream().map(RuleAction::reason).toList(),
                holds ? points : Math.min(0, points),
                holds ? points : Math.max(0, points),
                rule.tier(),
                rule.source(),
                because(of, rule, holds));
    }

    /** All fields of a rule that holds; of an undecided one, those that keep it from being decided. */
    private List<Explanation.Reading> because(Case of, CheckedRule rule, boolean holds) {
        boolean[] all = new boolean[policy.vocabulary().fields().all().size()];
        Arrays.fill(all, true);
        FactBlock block = new FactBlock(policy.vocabulary().fields(), all);
        block.bind(of.sites, of.measurements, new RuleBits(0, 0));
        List<SiteField> fields = new ArrayList<>();
        for (Condition leaf : rule.condition().leaves()) {
            SiteField field = leaf.field();
            boolean counts = holds || leaf.truth(block, of.site) == Truth.UNKNOWN;
            if (field != null && counts && !fields.contains(field)) {
                fields.add(field);
            }
        }
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
                entry.source());
    }

    private static String segment(ValueFunction value, double low, double high, String unit) {
        String first = value.segment(low, unit);
        String last = value.segment(high, unit);
        return first.equals(last) ? first : first + ", up to " + last;
    }
}
