package org.headroom.layers.load;

import java.util.List;
import java.util.function.Function;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.format.RawRecord;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/**
 * The {@code where} of a descriptor: an ECQL condition over source columns. A column that is compared with a number is read as one. Not
 * safe for several threads.
 */
public final class RecordFilter {
    private final Filter filter;
    private final List<RecordProperty> properties;
    private @Nullable RecordProperty unreadable;

    private RecordFilter(Filter filter, List<RecordProperty> properties) {
        this.filter = filter;
        this.properties = List.copyOf(properties);
    }

    /**
     * Parses a condition; columns that are not there are noted in the lookup. A CONFIG failure when it is not ECQL.
     *
     * @param numbers how the numbers of a column are written; null for plain ones
     */
    public static RecordFilter parse(
            String where, ColumnLookup columns, Function<String, @Nullable NumberForm> numbers, String descriptorFile) {
        try {
            RecordFilterFactory factory = new RecordFilterFactory(columns, numbers);
            Filter filter = ECQL.toFilter(where, factory);
            filter.accept(new NumberComparisons(), filter);
            return new RecordFilter(filter, factory.properties());
        } catch (NumberComparisons.NoDays e) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    descriptorFile + ": where: \"" + where
                            + "\" compares times by words such as AFTER, which is not understood",
                    "Compare days as texts, such as day > '2026-01-31'.",
                    e);
        } catch (CQLException e) {
            String problem = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    descriptorFile + ": where: \"" + where + "\" is not an ECQL condition: " + problem,
                    "Texts stand in single quotes, column names with blanks or capitals in double quotes.",
                    e);
        }
    }

    /** Whether the record stays; one of which that cannot be told does, see {@link #unreadableColumn}. */
    boolean test(RawRecord record) {
        boolean stays = filter.evaluate(record);
        unreadable = null;
        for (RecordProperty property : properties) {
            if (property.takeUnreadable()) {
                unreadable = property;
            }
        }
        return stays || unreadable != null;
    }

    /** Place of a column of the record last tested that should hold a number or day and does not; -1 when there is none. */
    int unreadableColumn() {
        return unreadable == null ? -1 : unreadable.column();
    }

    /** What that column should hold, as in "not a number". */
    String expected() {
        return unreadable == null ? "" : unreadable.expected();
    }
}
