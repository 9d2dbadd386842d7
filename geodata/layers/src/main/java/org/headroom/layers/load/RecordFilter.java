package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.headroom.layers.source.RawRecord;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** The {@code where} of a descriptor: an ECQL condition over source columns. Not safe for several threads. */
public final class RecordFilter {
    private final Filter filter;
    private final List<Integer> used = new ArrayList<>();
    private final SimpleFeatureBuilder builder;

    private RecordFilter(Filter parsed, ColumnLookup columns) {
        // Source columns may have names that GeoTools takes for paths, so the condition gets plain names of its own.
        this.filter = (Filter) parsed.accept(
                new DuplicatingFilterVisitor() {
                    @Override
                    public Object visit(PropertyName expression, Object data) {
                        int column = columns.find(expression.getPropertyName(), "where");
                        if (!used.contains(column)) {
                            used.add(column);
                        }
                        return getFactory(data).property("c" + used.indexOf(column));
                    }
                },
                null);
        SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
        type.setName("record");
        for (int i = 0; i < used.size(); i++) {
            type.add("c" + i, Object.class);
        }
        SimpleFeatureType built = type.buildFeatureType();
        this.builder = new SimpleFeatureBuilder(built);
    }

    /** Parses a condition; columns that are not there are noted in the lookup. A CONFIG failure when it is not ECQL. */
    public static RecordFilter parse(String where, ColumnLookup columns, String descriptorFile) {
        try {
            return new RecordFilter(ECQL.toFilter(where), columns);
        } catch (CQLException e) {
            String problem = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    descriptorFile + ": where: \"" + where + "\" is not an ECQL condition: " + problem,
                    "Texts stand in single quotes, column names with blanks or capitals in double quotes.",
                    e);
        }
    }

    /** Whether the record stays. */
    public boolean test(RawRecord record) {
        for (int i = 0; i < used.size(); i++) {
            builder.set(i, record.value(used.get(i)));
        }
        return filter.evaluate(builder.buildFeature("r"));
    }
}
