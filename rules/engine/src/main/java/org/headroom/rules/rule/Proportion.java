package org.headroom.rules.rule;

import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.SiteField;

/**
 * Points in proportion to a number of the site, never below 0 and never more than a limit. An unknown number may earn anything in between.
 *
 * @param points for each step, above 0
 * @param step size of a step in the field's unit, above 0
 * @param field a number
 * @param from where counting begins, in the field's unit
 * @param isBelow whether steps are counted downwards
 * @param most the limit, above 0
 */
public record Proportion(double points, double step, SiteField field, double from, boolean isBelow, double most) {
    /** The fewest points that it can be for a row, 0 to {@link #most}. */
    public double least(FactBlock block, int row) {
        return at(isBelow ? block.upper(field.slot(), row) : block.lower(field.slot(), row), 0);
    }

    /** The most points that it can be for a row, 0 to {@link #most}. */
    public double greatest(FactBlock block, int row) {
        return at(isBelow ? block.lower(field.slot(), row) : block.upper(field.slot(), row), most);
    }

    private double at(double number, double unknown) {
        if (Double.isNaN(number)) {
            return unknown;
        }
        double steps = (isBelow ? from - number : number - from) / step;
        return Math.min(most, Math.max(0, points * steps)) + 0.0;
    }

    /** The number from which on the limit is reached. */
    public double end() {
        double way = most / points * step;
        return isBelow ? from - way : from + way;
    }

    /** By how much the points rise for each unit of the field between {@link #from} and {@link #end}; below 0 where they fall. */
    public double slope() {
        return (isBelow ? -points : points) / step;
    }

    /** As a rule file writes it, such as {@code 0.02 per MW of contractedCapacityMw, at most 5}. */
    public String text() {
        return Words.exact(points) + " per " + (step == 1 && !field.unit().equals("1") ? "" : Words.exact(step) + " ")
                + (field.unit().equals("1") ? "" : field.unit() + " ") + "of " + field.name()
                + (from == 0 && !isBelow ? "" : (isBelow ? " below " : " above ") + Words.exact(from))
                + ", at most " + Words.exact(most);
    }
}
