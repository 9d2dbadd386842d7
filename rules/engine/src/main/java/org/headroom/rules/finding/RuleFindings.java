package org.headroom.rules.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.Criterion;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.value.Words;

/**
 * Looks at all rules of a policy together. What is said here is said of sites whose measurements are known; a condition that is an "or" of
 * more than some hundred cases is not judged.
 */
public final class RuleFindings {
    private static final double THOUSAND = 1000;

    /** Units that begin so are a thousand or a million of another one. */
    private static final String THOUSANDS = "kM";

    private final Cells cells;
    private final Map<String, Criterion> criteria = new HashMap<>();
    private final Problems problems;

    private RuleFindings(List<CheckedRule> rules, List<Criterion> criteria, Problems problems) {
        criteria.forEach(criterion -> this.criteria.put(criterion.id(), criterion));
        this.problems = problems;
        cells = new Cells(rules, this.criteria);
    }

    /**
     * Adds an error for each rule that can never hold or that stands twice, and a doubt for what is odd, but may be meant.
     *
     * @param rules the rules that passed the check one by one
     * @param criteria all criteria of the installed modules, for their ranges
     */
    public static void find(List<CheckedRule> rules, List<Criterion> criteria, Problems problems) {
        RuleFindings findings = new RuleFindings(rules, criteria, problems);
        List<Placed> placed = new ArrayList<>();
        for (CheckedRule rule : rules) {
            findings.place(rule).ifPresent(placed::add);
        }
        new PairFindings(findings.cells, problems).find(placed);
        new BandFindings(findings.cells, problems).find(placed);
    }

    /** Tells of figures that a criterion never has; an error where the rule can therefore never hold. Whether there was one. */
    private boolean ranges(CheckedRule rule, boolean neverHolds) {
        boolean isTold = false;
        for (Condition leaf : rule.condition().leaves()) {
            if (leaf instanceof Condition.Compare compare) {
                Criterion criterion = criteria.get(compare.field().name());
                double figure = compare.literal();
                if (criterion != null && !(figure >= criterion.minimum() && figure <= criterion.maximum())) {
                    String message = criterion.id() + " is compared with "
                            + Words.quantity(figure, criterion.unit()) + ", but lies within "
                            + Words.number(criterion.minimum()) + " to "
                            + Words.quantity(criterion.maximum(), criterion.unit());
                    problems.add(
                            (neverHolds ? rule.problem(message + ", so the rule can never hold") : rule.doubt(message))
                                    .withKind(neverHolds ? "never-holds" : "outside-range")
                                    .withAdvice(inUnit(figure, criterion)));
                    isTold = true;
                }
            }
        }
        return isTold;
    }

    private static String inUnit(double figure, Criterion criterion) {
        if (criterion.unit().equals("1")) {
            return "give a figure within its range";
        }
        double thousandth = figure / THOUSAND;
        boolean isLikely = THOUSANDS.indexOf(criterion.unit().charAt(0)) >= 0
                && thousandth >= criterion.minimum()
                && thousandth <= criterion.maximum();
        return "give the figure in " + criterion.unit() + (isLikely ? ", perhaps " + Words.number(thousandth) : "");
    }

    private Optional<Placed> place(CheckedRule rule) {
        Optional<Region> region = Region.of(rule.condition(), cells);
        boolean neverHolds = region.isPresent() && region.get().isEmpty();
        boolean isTold = ranges(rule, neverHolds);
        if (region.isEmpty() || neverHolds && isTold) {
            return Optional.empty();
        }
        if (neverHolds) {
            problems.add(rule.problem("the rule can never hold: its comparisons contradict one another"
                            + " or the range of a criterion")
                    .withKind("never-holds")
                    .withAdvice("mend the comparisons, or delete the rule"));
            return Optional.empty();
        }
        if (region.get().isWhole(cells)) {
            problems.add(rule.doubt("the rule holds for every site whose measurements are known")
                    .withKind("always-holds")
                    .withAdvice("narrow its condition, or delete it"));
        }
        return Optional.of(new Placed(rule, region.get()));
    }
}
