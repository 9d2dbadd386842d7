package org.headroom.layers.load;

import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.FilterFactoryImpl;

/** Makes the filters that the ECQL parser asks for. Properties are columns of a record. */
final class RecordFilterFactory extends FilterFactoryImpl {
    private final ColumnLookup columns;

    RecordFilterFactory(ColumnLookup columns) {
        this.columns = columns;
    }

    @Override
    public PropertyName property(String name) {
        return new RecordProperty(name, columns.find(name, "where"));
    }
}
