package org.headroom.runs.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.headroom.model.Criterion;
import org.headroom.rules.value.Words;
import org.headroom.workbench.explanation.TextTree;
import org.headroom.workbench.whatif.MeasurementChange;
import org.headroom.workbench.whatif.WeightChange;

/** The smallest changes as text for a person; lines end in a line feed on every system. */
public final class WhatIfText {
    private WhatIfText() {}

    public static String of(WhatIf whatIf) {
        return tree(whatIf).text();
    }

    /** The same as a tree. */
    public static TextTree tree(WhatIf whatIf) {
        TextTree tree = new TextTree((whatIf.isIn() ? "What would push it out of" : "What would bring it among")
                + " the first " + whatIf.top() + "; it is at rank " + whatIf.rank());
        TextTree measurements = tree.add("One measurement, all else as it is; the smallest share of its span first");
        if (whatIf.measurements().isEmpty()) {
            measurements.add("no change of a single one is enough");
        }
        whatIf.measurements().forEach(change -> measurements.add(words(change)));
        if (!whatIf.measurementsNotEnough().isEmpty()) {
            measurements.add("not enough alone: " + String.join(", ", whatIf.measurementsNotEnough()));
        }
        TextTree weights = tree.add("One weight, the others in proportion so that the sum stays; the smallest first");
        if (whatIf.weights().isEmpty()) {
            weights.add("no change of a single one is enough");
        }
        whatIf.weights().forEach(change -> weights.add(words(change)));
        return tree;
    }

    private static String words(MeasurementChange change) {
        return switch (change.kind()) {
            case NUMBER -> number(change);
            case CATEGORY ->
                change.field() + " " + change.category() + " -> " + change.toCategory() + ": rank " + change.rank();
            case KNOWN_AS -> change.field() + " known as " + bounds(change) + ": rank " + change.rank();
        };
    }

    private static String number(MeasurementChange change) {
        Double from = change.from();
        Double to = change.toShown();
        Double share = change.shareOfSpan();
        if (from == null || to == null || share == null) {
            throw new IllegalArgumentException("the change of " + change.field() + " lacks its numbers");
        }
        return change.field() + " " + Words.quantity(from, change.unit()) + " -> " + exact(to, change.unit()) + " ("
                + step(to - from, change.unit()) + ofSpan(share) + "): rank " + change.rank();
    }

    private static String step(double step, String unit) {
        String ofUnit = unit.equals("1") ? "" : unit.equals(Criterion.DATE) ? " days" : " " + unit;
        return signed(step) + ofUnit;
    }

    private static String bounds(MeasurementChange change) {
        Double least = change.atLeast();
        Double most = change.atMost();
        String unit = change.unit();
        if (least != null) {
            return most == null
                    ? "at least " + exact(inward(least, RoundingMode.CEILING), unit)
                    : "from " + exact(least, unit) + " to " + exact(most, unit);
        }
        return most == null ? "anything" : "at most " + exact(inward(most, RoundingMode.FLOOR), unit);
    }

    private static double inward(double bound, RoundingMode mode) {
        return new BigDecimal(bound).setScale(4, mode).doubleValue();
    }

    private static String words(WeightChange change) {
        return change.criterion() + " " + Words.number(change.from()) + " -> " + exact(change.toShown(), "1") + " ("
                + signed(change.toShown() - change.from()) + ", the others x " + Words.number(change.othersTimes())
                + "): rank " + change.rank();
    }

    /** Four decimals where they say all there is, so that what is shown does what it is said to do. */
    private static String exact(double value, String unit) {
        String four = Words.number(value);
        return Double.parseDouble(four) == value
                ? Words.quantity(value, unit)
                : new BigDecimal(Double.toString(value)).toPlainString() + (unit.equals("1") ? "" : " " + unit);
    }

    private static String signed(double change) {
        String number = Words.number(change);
        return number.equals("0") ? (change > 0 ? "a trace more" : "a trace less") : (change > 0 ? "+" : "") + number;
    }

    /** Of a step that is longer than the span a share says nothing. */
    private static String ofSpan(double share) {
        if (share > 1) {
            return "";
        }
        String percent = Words.number(Math.round(1000 * share) / 10.0);
        return ", " + (percent.equals("0") ? "less than 0.1" : percent) + " % of the span";
    }
}
