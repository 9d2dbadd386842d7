package org.headroom.layers.load;

import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.headroom.layers.format.RawRecord;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** The {@code where} of a descriptor: an ECQL condition over source columns. Not safe for several threads. */
public final class RecordFilter {
    private final Filter filter;

    private RecordFilter(Filter filter) {
        this.filter = filter;
    }

    /** Parses a condition; columns that are not there are noted in the lookup. A CONFIG failure when it is not ECQL. */
    public static RecordFilter parse(String where, ColumnLookup columns, String descriptorFile) {
        try {
            return new RecordFilter(ECQL.toFilter(where, new RecordFilterFactory(columns)));
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
        return filter.evaluate(record);
    }
}
