package org.headroom.layers.load;

import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.filter.visitor.DefaultFilterVisitor;

/**
 * Tells the columns of a condition that are compared with a number to read their texts as numbers, as by letters 1200 would come before 5, and those whose
 * order with a day counts that their texts must be such days.
 */
final class NumberComparisons extends DefaultFilterVisitor {
    @Override
    public Object visit(PropertyIsEqualTo filter, Object data) {
        return sides(filter, data);
    }

    @Override
    public Object visit(PropertyIsNotEqualTo filter, Object data) {
        return sides(filter, data);
    }

    @Override
    public Object visit(PropertyIsGreaterThan filter, Object data) {
        return order(filter, data);
    }

    @Override
    public Object visit(PropertyIsGreaterThanOrEqualTo filter, Object data) {
        return order(filter, data);
    }

    @Override
    public Object visit(PropertyIsLessThan filter, Object data) {
        return order(filter, data);
    }

    @Override
    public Object visit(PropertyIsLessThanOrEqualTo filter, Object data) {
        return order(filter, data);
    }

    @Override
    public Object visit(PropertyIsBetween filter, Object data) {
        compare(filter.getExpression(), filter.getLowerBoundary());
        compare(filter.getExpression(), filter.getUpperBoundary());
        compareDays(filter.getExpression(), filter.getLowerBoundary());
        compareDays(filter.getExpression(), filter.getUpperBoundary());
        return data;
    }

    @Override
    public Object visit(After filter, Object data) {
        throw new NoDays();
    }

    @Override
    public Object visit(Before filter, Object data) {
        throw new NoDays();
    }

    @Override
    public Object visit(During filter, Object data) {
        throw new NoDays();
    }

    @Override
    public Object visit(TEquals filter, Object data) {
        throw new NoDays();
    }

    /** A condition in words for time, which the days of sources are not understood by. */
    static final class NoDays extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Object order(BinaryComparisonOperator filter, Object data) {
        compareDays(filter.getExpression1(), filter.getExpression2());
        compareDays(filter.getExpression2(), filter.getExpression1());
        return sides(filter, data);
    }

    private static void compareDays(Expression side, Expression other) {
        if (side instanceof RecordProperty property
                && other instanceof Literal literal
                && literal.getValue() instanceof String text
                && RecordProperty.ISO_DAY.matcher(text).lookingAt()) {
            property.compareAsDay();
        }
    }

    private static Object sides(BinaryComparisonOperator filter, Object data) {
        compare(filter.getExpression1(), filter.getExpression2());
        compare(filter.getExpression2(), filter.getExpression1());
        return data;
    }

    private static void compare(Expression side, Expression other) {
        if (side instanceof RecordProperty property
                && other instanceof Literal literal
                && literal.getValue() instanceof Number) {
            property.compareAsNumber();
        }
    }
}
