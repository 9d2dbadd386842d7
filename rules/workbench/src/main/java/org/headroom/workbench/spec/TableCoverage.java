package org.headroom.workbench.spec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.headroom.rules.value.Categories;
import org.headroom.rules.value.PiecewiseLinear;
import org.headroom.rules.value.Step;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/**
 * Which rows of the criteria tables the examples reach. A row is a line between two anchors, a step, an S-curve from end to end, or a
 * category. A measurement on an anchor reaches the lines on both sides of it; one beyond the ends of the lines reaches none; an interval
 * reaches the rows of its two ends.
 */
final class TableCoverage {
    private final List<WeightedCriterion> criteria;
    private final List<BitSet> reached = new ArrayList<>();

    TableCoverage(List<WeightedCriterion> criteria) {
        this.criteria = criteria;
        criteria.forEach(line -> reached.add(new BitSet()));
    }

    /** Takes the measurements of an example. */
    void add(MeasurementBlock measurements) {
        for (int i = 0; i < criteria.size(); i++) {
            WeightedCriterion line = criteria.get(i);
            MeasurementColumn column = measurements.column(line.criterion().id());
            if (column.isKnown(0)) {
                reach(line, column.lower(0), reached.get(i));
                reach(line, column.upper(0), reached.get(i));
            }
        }
    }

    private static void reach(WeightedCriterion line, double measurement, BitSet rows) {
        double[] anchors = line.value().breakpoints();
        if (line.value() instanceof Categories) {
            rows.set((int) measurement);
            return;
        }
        boolean isStep = line.value() instanceof Step;
        for (int row = 0; row < rows(line); row++) {
            boolean isReached = isStep
                    ? (row == 0 || measurement >= anchors[row])
                            && (row == anchors.length - 1 || measurement < anchors[row + 1])
                    : measurement >= anchors[row] && measurement <= anchors[row + 1];
            if (isReached) {
                rows.set(row);
            }
        }
    }

    private static int rows(WeightedCriterion line) {
        int anchors = line.value().breakpoints().length;
        return line.value() instanceof Categories || line.value() instanceof Step ? anchors : anchors - 1;
    }

    /** Number of rows of all tables. */
    int total() {
        return criteria.stream().mapToInt(TableCoverage::rows).sum();
    }

    /** The rows that no example reached, in the order of the tables. */
    List<SpecReport.TableRow> unreached() {
        List<SpecReport.TableRow> unreached = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            WeightedCriterion line = criteria.get(i);
            for (int row = 0; row < rows(line); row++) {
                if (!reached.get(i).get(row)) {
                    unreached.add(new SpecReport.TableRow(
                            line.module(), line.criterion().id(), name(line, row)));
                }
            }
        }
        return unreached;
    }

    private static String name(WeightedCriterion line, int row) {
        double[] anchors = line.value().breakpoints();
        double within = line.value() instanceof PiecewiseLinear
                ? anchors[row] + (anchors[row + 1] - anchors[row]) / 2
                : anchors[row];
        return line.value().segment(within, line.criterion().unit());
    }
}
