package org.headroom.rules.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.model.Criterion;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.weight.WeightedCriterion;

/**
 * Looks at all rules of a policy together. What is said here is said of sites whose measurements are known; a condition that is an "or" of
 * more than some hundred cases is not judged.
 */
public final class RuleFindings {
    private final Cells cells;
    private final FigureFindings figures;
    private final Problems problems;

    private RuleFindings(
            List<CheckedRule> rules, List<Criterion> criteria, List<WeightedCriterion> lines, Problems problems) {
        FieldRanges ranges = new FieldRanges(criteria);
        this.problems = problems;
        cells = new Cells(rules, ranges);
        figures = new FigureFindings(ranges, lines, problems);
    }

    /**
     * Adds an error for each rule that can never hold or that stands twice, and a doubt for what is odd, but may be meant.
     *
     * @param rules the rules that passed the check one by one
     * @param criteria all criteria of the installed modules, for their ranges
     * @param lines of the criteria tables
     */
    public static void find(
            List<CheckedRule> rules, List<Criterion> criteria, List<WeightedCriterion> lines, Problems problems) {
        RuleFindings findings = new RuleFindings(rules, criteria, lines, problems);
        List<Placed> placed = new ArrayList<>();
        for (CheckedRule rule : rules) {
            findings.place(rule).ifPresent(placed::add);
        }
        new PairFindings(findings.cells, problems).find(placed);
        new BandFindings(findings.cells, problems).find(placed);
        GateFindings.find(rules, problems);
    }

    private Optional<Placed> place(CheckedRule rule) {
        Optional<Region> region = Region.of(rule.condition(), cells);
        boolean neverHolds = region.isPresent() && region.get().isEmpty();
        boolean isTold = figures.find(rule, neverHolds);
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
