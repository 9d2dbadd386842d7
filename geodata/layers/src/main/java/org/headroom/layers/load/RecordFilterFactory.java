package org.headroom.layers.load;

import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterVisitor;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.FilterFactoryImpl;
import org.headroom.layers.load.RecordComparison.Operator;

/**
 * Makes the filters that the ECQL parser asks for. Properties are columns of a record. Plain comparisons and what joins them are made here,
 * because the first of any filters of GeoTools reads a registry of image operations, which is half of a first filter's time.
 */
final class RecordFilterFactory extends FilterFactoryImpl {
    private record Both(Filter first, Filter second) implements And {
        @Override
        public boolean evaluate(Object record) {
            return first.evaluate(record) && second.evaluate(record);
        }

        @Override
        public List<Filter> getChildren() {
            return List.of(first, second);
        }

        @Override
        public Object accept(FilterVisitor visitor, Object data) {
            return visitor.visit(this, data);
        }
    }

    private record Either(Filter first, Filter second) implements Or {
        @Override
        public boolean evaluate(Object record) {
            return first.evaluate(record) || second.evaluate(record);
        }

        @Override
        public List<Filter> getChildren() {
            return List.of(first, second);
        }

        @Override
        public Object accept(FilterVisitor visitor, Object data) {
            return visitor.visit(this, data);
        }
    }

    private record Opposite(Filter filter) implements Not {
        @Override
        public boolean evaluate(Object record) {
            return !filter.evaluate(record);
        }

        @Override
        public Filter getFilter() {
            return filter;
        }

        @Override
        public Object accept(FilterVisitor visitor, Object data) {
            return visitor.visit(this, data);
        }
    }

    private final ColumnLookup columns;

    RecordFilterFactory(ColumnLookup columns) {
        this.columns = columns;
    }

    @Override
    public PropertyName property(String name) {
        return new RecordProperty(name, columns.find(name, "where"));
    }

    @Override
    public And and(Filter first, Filter second) {
        return new Both(first, second);
    }

    @Override
    public Or or(Filter first, Filter second) {
        return new Either(first, second);
    }

    @Override
    public Not not(Filter filter) {
        return new Opposite(filter);
    }

    @Override
    public PropertyIsEqualTo equals(Expression left, Expression right) {
        return new RecordComparison(Operator.EQUAL, left, right, () -> super.equals(left, right));
    }

    @Override
    public PropertyIsLessThan less(Expression left, Expression right) {
        return new RecordComparison(Operator.LESS, left, right, () -> super.less(left, right));
    }

    @Override
    public PropertyIsLessThanOrEqualTo lessOrEqual(Expression left, Expression right) {
        return new RecordComparison(Operator.LESS_OR_EQUAL, left, right, () -> super.lessOrEqual(left, right));
    }

    @Override
    public PropertyIsGreaterThan greater(Expression left, Expression right) {
        return new RecordComparison(Operator.GREATER, left, right, () -> super.greater(left, right));
    }

    @Override
    public PropertyIsGreaterThanOrEqualTo greaterOrEqual(Expression left, Expression right) {
        return new RecordComparison(Operator.GREATER_OR_EQUAL, left, right, () -> super.greaterOrEqual(left, right));
    }
}
