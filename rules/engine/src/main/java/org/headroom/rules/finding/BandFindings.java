package org.headroom.rules.finding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.GateAnswer;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.vocabulary.SiteField;

/**
 * Finds gaps and overlaps of bands. Rules are bands of a field when they do the same sort of thing (all gates, or bonuses, or maluses, or
 * tiers), ask the same of every other field, and each ask for one run of values, or for some words, of this field.
 */
final class BandFindings {
    private final Cells cells;
    private final Problems problems;

    BandFindings(Cells cells, Problems problems) {
        this.cells = cells;
        this.problems = problems;
    }

    private enum Sort {
        GATE,
        BONUS,
        MALUS,
        TIER;

        static Sort of(CheckedRule rule) {
            return rule.isGate() ? GATE : rule.points() > 0 ? BONUS : rule.points() < 0 ? MALUS : TIER;
        }

        boolean givesPoints() {
            return this == BONUS || this == MALUS;
        }
    }

    private record Group(Sort sort, SiteField field, Box others) {}

    private record Band(CheckedRule rule, BitSet cells) {
        int first() {
            return cells.nextSetBit(0);
        }

        int last() {
            return cells.length() - 1;
        }
    }

    void find(List<Placed> rules) {
        Map<Group, List<Band>> groups = new LinkedHashMap<>();
        for (Placed placed : rules) {
            if (placed.region().boxes().size() != 1) {
                continue;
            }
            Box box = placed.region().boxes().get(0);
            box.cells().forEach((field, held) -> groups.computeIfAbsent(
                            new Group(Sort.of(placed.rule()), field, box.withoutField(field)), g -> new ArrayList<>())
                    .add(new Band(placed.rule(), held)));
        }
        groups.forEach((group, bands) -> {
            if (bands.size() > 1) {
                group(group, bands);
            }
        });
    }

    private void group(Group group, List<Band> bands) {
        FieldCells field = cells.of(group.field);
        bands.sort(Comparator.comparingInt(Band::first)
                .thenComparingInt(Band::last)
                .thenComparingInt(b -> b.rule.index()));
        if (group.field.isNumber()) {
            if (!bands.stream().allMatch(band -> field.isBand(band.cells))) {
                return;
            }
            gaps(field, bands);
        } else {
            wordsLeftOut(group, field, bands);
        }
        for (int i = 0; i < bands.size(); i++) {
            for (int j = i + 1; j < bands.size(); j++) {
                overlap(group, field, bands.get(i), bands.get(j));
            }
        }
    }

    /** Between a band open below and one open above, a gap of more than one figure is what lies between two limits. */
    private void gaps(FieldCells field, List<Band> bands) {
        Band before = bands.get(0);
        for (Band band : bands) {
            BitSet gap = new BitSet();
            if (band.first() > before.last() + 1) {
                gap.set(before.last() + 1, band.first());
            }
            boolean isBetweenLimits = before.first() == field.all().nextSetBit(0)
                    && band.last() == field.all().length() - 1
                    && !field.isSingleFigure(gap);
            if (!gap.isEmpty() && !isBetweenLimits && !field.isBetweenWholeNumbers(gap)) {
                problems.add(band.rule
                        .doubt("no rule holds where " + field.field().name() + " is " + field.text(gap)
                                + ", between the rule " + named(before) + " and this one")
                        .withKind("gap")
                        .withAdvice(
                                field.isSingleFigure(gap)
                                        ? "write >= or <= in one of the two"
                                        : "let one band begin where the other ends"));
            }
            if (band.last() > before.last()) {
                before = band;
            }
        }
    }

    /** One word without a rule is the ordinary case; PASS needs none in a gate. */
    private void wordsLeftOut(Group group, FieldCells field, List<Band> bands) {
        BitSet left = (BitSet) field.all().clone();
        bands.forEach(band -> left.andNot(band.cells));
        boolean isGate = group.sort == Sort.GATE;
        if (isGate) {
            int pass = group.field.labels().indexOf(GateAnswer.PASS.name());
            if (pass >= 0) {
                left.clear(pass);
            }
        }
        boolean isMeant = left.cardinality() <= 1
                && !(isGate && group.field.labels().contains(GateAnswer.PASS.name()) && !left.isEmpty());
        if (!isMeant && !group.field.labels().isEmpty()) {
            Band last = bands.get(bands.size() - 1);
            problems.add(last.rule
                    .doubt("no rule like this one holds where " + group.field.name() + " is " + field.text(left))
                    .withKind("gap")
                    .withAdvice("say what shall be done there"));
        }
    }

    private void overlap(Group group, FieldCells field, Band first, Band second) {
        BitSet both = (BitSet) first.cells.clone();
        both.and(second.cells);
        boolean isSame = first.cells.equals(second.cells);
        boolean isInside = both.equals(first.cells) || both.equals(second.cells);
        if (both.isEmpty() || isSame) {
            return;
        }
        if (group.sort.givesPoints()) {
            boolean isStep = isInside && (first.first() == second.first() || first.last() == second.last());
            boolean isAtEnd =
                    both.get(field.all().nextSetBit(0)) || both.get(field.all().length() - 1);
            if (!(isStep && isAtEnd)) {
                add(field, both, first, second, "both count");
            }
        } else if (!isInside && isTold(group.sort, first.rule, second.rule)) {
            add(field, both, first, second, "the severer one counts");
        }
    }

    private static boolean isTold(Sort sort, CheckedRule first, CheckedRule second) {
        return sort == Sort.GATE ? first.answer() != second.answer() : first.tier() != second.tier();
    }

    private void add(FieldCells field, BitSet both, Band first, Band second, String outcome) {
        Band later = first.rule.index() > second.rule.index() ? first : second;
        Band earlier = later == first ? second : first;
        problems.add(later.rule
                .doubt("where " + field.field().name() + " is " + field.text(both) + ", the rule " + named(earlier)
                        + " holds too, and " + outcome)
                .withKind("overlap")
                .withAdvice("let one band end where the other begins"));
    }

    private static String named(Band band) {
        return "\"" + band.rule.name() + "\" (" + band.rule.place().text() + ")";
    }
}
