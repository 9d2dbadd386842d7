package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.FilterFactoryImpl;
import org.headroom.layers.format.NumberForm;
import org.jspecify.annotations.Nullable;

/** Makes the filters that the ECQL parser asks for. Properties are columns of a record. */
final class RecordFilterFactory extends FilterFactoryImpl {
    private final ColumnLookup columns;
    private final Function<String, @Nullable NumberForm> numbers;
    private final List<RecordProperty> properties = new ArrayList<>();

    RecordFilterFactory(ColumnLookup columns, Function<String, @Nullable NumberForm> numbers) {
        this.columns = columns;
        this.numbers = numbers;
    }

    @Override
    public PropertyName property(String name) {
        RecordProperty property = new RecordProperty(name, columns.find(name, "where"), numbers.apply(name));
        properties.add(property);
        return property;
    }

    /** All that were made so far. */
    List<RecordProperty> properties() {
        return properties;
    }
}
