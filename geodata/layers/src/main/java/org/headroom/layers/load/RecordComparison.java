package org.headroom.layers.load;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.FilterVisitor;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Compares two values of common types by itself, with the same answer as GeoTools, which is asked about all others. Not safe for several
 * threads.
 */
final class RecordComparison
        implements PropertyIsEqualTo,
                PropertyIsLessThan,
                PropertyIsLessThanOrEqualTo,
                PropertyIsGreaterThan,
                PropertyIsGreaterThanOrEqualTo {
    enum Operator {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }

    private final Operator operator;
    private final Expression left;
    private final Expression right;
    private final Supplier<BinaryComparisonOperator> maker;
    private @Nullable BinaryComparisonOperator made;

    /** @param maker makes the comparison of GeoTools */
    RecordComparison(Operator operator, Expression left, Expression right, Supplier<BinaryComparisonOperator> maker) {
        this.operator = operator;
        this.left = left;
        this.right = right;
        this.maker = maker;
    }

    @Override
    public boolean evaluate(@Nullable Object record) {
        Object a = left.evaluate(record);
        Object b = right.evaluate(record);
        Boolean answer = operator == Operator.EQUAL ? isEqual(a, b) : isOrdered(a, b);
        return answer != null ? answer : geoTools().evaluate(record);
    }

    /** Null when GeoTools has to say. */
    private static @Nullable Boolean isEqual(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        return a.getClass() == b.getClass() ? a.equals(b) : null;
    }

    private @Nullable Boolean isOrdered(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return false;
        }
        if (a instanceof Number x && b instanceof Number y) {
            return a.getClass() == b.getClass() ? isOrdered(x.doubleValue(), y.doubleValue()) : null;
        }
        if (isText(a) && isText(b) && isNoNumber(a.toString())) {
            return operator.holds(a.toString().compareTo(b.toString()));
        }
        return null;
    }

    private boolean isOrdered(double a, double b) {
        return operator.holds(a > b ? 1 : a == b ? 0 : -1);
    }

    private static boolean isText(Object value) {
        return value instanceof String || value instanceof LocalDate;
    }

    /** Whether the text certainly is none that Java takes for a number: GeoTools compares numbers in texts by their size. */
    private static boolean isNoNumber(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char first = text.charAt(0);
        if (Character.isLetter(first)) {
            return first != 'N' && first != 'I';
        }
        // As in a date: a sign right after a digit, where only an exponent might have one.
        return text.length() > 4
                && Character.isDigit(first)
                && Character.isDigit(text.charAt(3))
                && text.charAt(4) == '-';
    }

    private BinaryComparisonOperator geoTools() {
        BinaryComparisonOperator ready = made;
        if (ready == null) {
            ready = maker.get();
            made = ready;
        }
        return ready;
    }

    @Override
    public Expression getExpression1() {
        return left;
    }

    @Override
    public Expression getExpression2() {
        return right;
    }

    @Override
    public boolean isMatchingCase() {
        return true;
    }

    @Override
    public MatchAction getMatchAction() {
        return MatchAction.ANY;
    }

    @Override
    public Object accept(FilterVisitor visitor, Object data) {
        return geoTools().accept(visitor, data);
    }
}
