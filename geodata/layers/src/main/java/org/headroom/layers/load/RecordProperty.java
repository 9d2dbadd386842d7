package org.headroom.layers.load;

import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.util.Converters;
import org.headroom.layers.format.RawRecord;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.NamespaceSupport;

/**
 * A column of a record in a filter. Its name is that of the source, which GeoTools might take for a path.
 *
 * @param column place of the column, from 0
 */
record RecordProperty(String name, int column) implements PropertyName {
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
        return ((RawRecord) record).value(column);
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
