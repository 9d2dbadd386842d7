package org.headroom.workbench.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** Tells of the criteria at a site: what was measured, what it is worth, and what it was worked out from. */
final class CriterionLines {
    private final Policy policy;
    private final Readings readings;

    CriterionLines(Policy policy, Readings readings) {
        this.policy = policy;
        this.readings = readings;
    }

    Explanation.CriterionLine line(SiteCase of, WeightedCriterion entry) {
        String id = entry.criterion().id();
        MeasurementColumn column = of.measurements().column(id);
        double low = column.lower(of.site());
        double high = column.upper(of.site());
        boolean known = column.isKnown(of.site());
        double least = known ? entry.value().lowest(low, high) : 0;
        double most = known ? entry.value().highest(low, high) : 1;
        return new Explanation.CriterionLine(
                entry.module(),
                entry.criterion().label(),
                readings.of(policy.vocabulary().fields().get(id), of.site(), of.sites(), of.measurements()),
                known ? segment(entry.value(), low, high, entry.criterion().unit()) : "unknown: anything from 0 to 1",
                least,
                most,
                entry.weight(),
                entry.points(least),
                entry.points(most),
                least == most ? null : expected(entry, column, of.site()),
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

    private List<Explanation.Reading> inputs(SiteCase of, WeightedCriterion entry) {
        return names(entry).stream()
                // A parameter may have the name of the criterion that it sets.
                .filter(name -> !name.equals(entry.criterion().id()))
                .map(name -> policy.vocabulary().fields().find(name))
                .flatMap(Optional::stream)
                .filter(field ->
                        !field.criterion() || of.measurements().criterionIds().contains(field.name()))
                .map(field -> readings.of(field, of.site(), of.sites(), of.measurements()))
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
