package org.headroom.layers.load;

import java.util.regex.Pattern;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.util.Converters;
import org.headroom.layers.format.CellError;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.unit.Units;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.NamespaceSupport;

/** A column of a record in a filter. Its name is that of the source, which GeoTools might take for a path. Not safe for several threads. */
final class RecordProperty implements PropertyName {
    static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?![0-9])");

    private final String name;
    private final int column;
    private final @Nullable NumberForm numbers;
    private boolean isNumber;
    private boolean isDay;
    private boolean isUnreadable;

    /**
     * @param column place of the column, from 0
     * @param numbers how its numbers are written; null for plain ones
     */
    RecordProperty(String name, int column, @Nullable NumberForm numbers) {
        this.name = name;
        this.column = column;
        this.numbers = numbers;
    }

    /** From now on its texts are read as numbers, because it is compared with one. */
    void compareAsNumber() {
        isNumber = true;
    }

    /** From now on its texts must be days as in 2026-01-31, because they are compared with one by their letters. */
    void compareAsDay() {
        isDay = true;
    }

    /** What its texts should be, as in "not a number". */
    String expected() {
        return isNumber ? "a number" : "a day as in 2026-01-31";
    }

    /** Whether a text was met that is not what it is compared with, since this was asked last. */
    boolean takeUnreadable() {
        boolean was = isUnreadable;
        isUnreadable = false;
        return was;
    }

    int column() {
        return column;
    }

    @Override
    public String getPropertyName() {
        return name;
    }

    @Override
    public @Nullable NamespaceSupport getNamespaceContext() {
        return null;
    }

    @Override
    public @Nullable Object evaluate(Object record) {
        Object value = ((RawRecord) record).value(column);
        if (value instanceof CellError) {
            isUnreadable = isNumber || isDay;
            return null;
        }
        if (isDay
                && !isNumber
                && value != null
                && !ISO_DAY.matcher(value.toString()).lookingAt()) {
            isUnreadable = !value.toString().isBlank();
            return null;
        }
        if (!isNumber || !(value instanceof String text)) {
            return value;
        }
        try {
            return numbers == null ? Numbers.parse(text) : numbers.parse(text, "1", Units.Conversion.NONE);
        } catch (NumberFormatException e) {
            isUnreadable = !text.isBlank();
            return null;
        }
    }

    @Override
    public <T> @Nullable T evaluate(Object record, Class<T> type) {
        Object value = evaluate(record);
        return type.isInstance(value) ? type.cast(value) : Converters.convert(value, type);
    }

    @Override
    public Object accept(ExpressionVisitor visitor, Object data) {
        return visitor.visit(this, data);
    }
}
