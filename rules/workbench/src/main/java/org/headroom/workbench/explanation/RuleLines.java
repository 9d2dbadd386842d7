package org.headroom.workbench.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.headroom.model.GateAnswer;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Proportion;
import org.headroom.rules.rule.RuleAction;
import org.headroom.rules.rule.Truth;
import org.headroom.rules.vocabulary.SiteField;

/** Tells of the rules at a site: what they did, what they might do, and by which readings. */
final class RuleLines {
    private final Policy policy;
    private final Readings readings;
    private final List<CheckedRule> inProportion;

    RuleLines(Policy policy, Readings readings) {
        this.policy = policy;
        this.readings = readings;
        this.inProportion = policy.rulesInProportion();
    }

    /** The rules of a gate, or those without one, that hold or may hold. */
    List<Explanation.RuleLine> lines(SiteCase of, String gate) {
        List<Explanation.RuleLine> lines = new ArrayList<>();
        for (CheckedRule rule : policy.rules()) {
            boolean holds = of.scores().isFired(of.site(), rule.index());
            if (rule.gate().equals(gate) && (holds || of.scores().isUndecided(of.site(), rule.index()))) {
                lines.add(rule(of, rule, holds));
            }
        }
        return lines;
    }

    private Explanation.RuleLine rule(SiteCase of, CheckedRule rule, boolean holds) {
        double least = least(of, rule);
        double most = most(of, rule);
        return new Explanation.RuleLine(
                rule.name(),
                rule.place().text(),
                holds,
                holds || of.scores().isExpected(of.site(), rule.index()),
                rule.answer() == GateAnswer.FAIL,
                rule.actions().stream()
                        .map(RuleAction::code)
                        .filter(c -> !c.isEmpty())
                        .toList(),
                rule.actions().stream().map(RuleLines::reason).toList(),
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

    private double least(SiteCase of, CheckedRule rule) {
        int at = inProportion.indexOf(rule);
        return at < 0 ? rule.points() : of.scores().leastPoints(at, of.site());
    }

    private double most(SiteCase of, CheckedRule rule) {
        int at = inProportion.indexOf(rule);
        return at < 0 ? rule.points() : of.scores().mostPoints(at, of.site());
    }

    /** All fields of a rule that holds; of an undecided one, those that keep it from being decided. */
    private List<Explanation.Reading> because(SiteCase of, CheckedRule rule, boolean holds) {
        boolean[] all = new boolean[policy.vocabulary().fields().all().size()];
        Arrays.fill(all, true);
        FactBlock block = new FactBlock(policy.vocabulary().fields(), all, List.of(), policy.evaluationDay());
        block.bind(of.sites(), of.measurements(), new RuleBits(0, 0));
        Set<SiteField> fields = new LinkedHashSet<>();
        for (Condition leaf : rule.condition().leaves()) {
            if (holds || leaf.truth(block, of.site()) == Truth.UNKNOWN) {
                fields.addAll(leaf.fields());
            }
        }
        rule.actions().stream()
                .map(RuleAction::proportion)
                .flatMap(Stream::ofNullable)
                .forEach(in -> fields.add(in.field()));
        return fields.stream()
                .map(field -> readings.of(field, of.site(), of.sites(), of.measurements()))
                .toList();
    }

    /** Points of the rules without a gate, with what is expected of those that cannot be decided. */
    double expectedPoints(SiteCase of) {
        return policy.rules().stream()
                .filter(rule -> !rule.isGate())
                .filter(rule -> of.scores().isFired(of.site(), rule.index())
                        || of.scores().isExpected(of.site(), rule.index()))
                .mapToDouble(rule -> {
                    int at = inProportion.indexOf(rule);
                    return at < 0 ? rule.points() : of.scores().expectedPoints(at, of.site());
                })
                .reduce(0, Double::sum);
    }

    /** Rules that cannot be decided, in the order of the policy. */
    List<Explanation.Open> open(SiteCase of) {
        List<Explanation.Open> open = new ArrayList<>();
        for (CheckedRule rule : policy.rules()) {
            if (of.scores().isUndecided(of.site(), rule.index())) {
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
}
