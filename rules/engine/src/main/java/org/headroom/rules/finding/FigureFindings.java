package org.headroom.rules.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.headroom.rules.check.Problems;
import org.headroom.rules.prior.Prior;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.weight.WeightedCriterion;

/** Finds figures that a field never has, or that lie far from what the criteria tables speak of: mostly they are in another unit. */
final class FigureFindings {
    /** Units that people take for one another are a thousand apart, or a hundred as cents and percents are. */
    private static final double FAR = 100;

    private static final double THOUSAND = 1000;

    private final FieldRanges ranges;
    private final Map<String, FieldRanges.Range> spoken = new HashMap<>();
    private final Problems problems;

    /** @param lines of the criteria tables */
    FigureFindings(FieldRanges ranges, List<WeightedCriterion> lines, Problems problems) {
        this.ranges = ranges;
        this.problems = problems;
        lines.forEach(line ->
                spoken(line).ifPresent(range -> spoken.put(line.criterion().id(), range)));
    }

    /** From the smallest to the greatest figure above 0 among the anchors of a line and the ends of its prior. */
    private static Optional<FieldRanges.Range> spoken(WeightedCriterion line) {
        if (line.criterion().isCategory()) {
            return Optional.empty();
        }
        Prior prior = line.unknown() == null ? null : line.unknown().prior();
        double[] figures = DoubleStream.concat(
                        DoubleStream.of(line.value().breakpoints()),
                        prior == null ? DoubleStream.empty() : DoubleStream.of(prior.quantile(0), prior.quantile(1)))
                .filter(figure -> figure > 0)
                .sorted()
                .toArray();
        return figures.length == 0
                ? Optional.empty()
                : Optional.of(new FieldRanges.Range(figures[0], figures[figures.length - 1]));
    }

    /**
     * Tells of the figures of a rule; an error where a figure outside of its field's range is why the rule can never hold.
     *
     * @return whether there was a figure that its field never has
     */
    boolean find(CheckedRule rule, boolean neverHolds) {
        boolean isTold = false;
        for (Condition leaf : rule.condition().leaves()) {
            if (leaf instanceof Condition.Compare compare) {
                isTold |= outside(rule, compare.field(), compare.literal(), neverHolds);
            }
        }
        return isTold;
    }

    private boolean outside(CheckedRule rule, SiteField field, double figure, boolean neverHolds) {
        FieldRanges.Range range = ranges.of(field);
        if (range.has(figure)) {
            farOff(rule, field, figure);
            return false;
        }
        String message = field.name() + " is compared with " + Words.quantity(figure, field.unit())
                + ", but lies within " + Words.number(range.least()) + " to "
                + Words.quantity(range.greatest(), field.unit());
        problems.add((neverHolds ? rule.problem(message + ", so the rule can never hold") : rule.doubt(message))
                .withKind(neverHolds ? "never-holds" : "outside-range")
                .withAdvice(inUnit(figure, field, range)));
        return true;
    }

    private void farOff(CheckedRule rule, SiteField field, double figure) {
        FieldRanges.Range range = spoken.get(field.name());
        if (range != null && figure > 0 && (figure < range.least() / FAR || figure > range.greatest() * FAR)) {
            problems.add(rule.doubt(field.name() + " is compared with " + Words.quantity(figure, field.unit())
                            + ", but its criteria table speaks of " + Words.number(range.least()) + " to "
                            + Words.quantity(range.greatest(), field.unit()))
                    .withKind("far-off")
                    .withAdvice(inUnit(figure, field, range)));
        }
    }

    private static String inUnit(double figure, SiteField field, FieldRanges.Range range) {
        String perhaps = meant(figure, field.unit(), range.greatest()).stream()
                .filter(range::has)
                .findFirst()
                .map(found -> ", perhaps " + Words.number(found))
                .orElse("");
        return field.unit().equals("1")
                ? "give a figure within " + (perhaps.isEmpty() ? "its range" : "it" + perhaps)
                : "give the figure in " + field.unit() + perhaps;
    }

    /** What the figure may be in the field's unit: of degrees Fahrenheit, of a percentage, of a thousandth or a thousandfold of the unit. */
    private static List<Double> meant(double figure, String unit, double greatest) {
        List<Double> meant = new ArrayList<>();
        if (unit.equals("degC")) {
            meant.add(Math.round((figure - 32) / 1.8 * 10) / 10.0);
        } else if (unit.equals("1")) {
            if (greatest <= 1) {
                meant.add(figure / 100);
            }
        } else {
            meant.add(figure / THOUSAND);
            meant.add(figure * THOUSAND);
        }
        return meant;
    }
}
