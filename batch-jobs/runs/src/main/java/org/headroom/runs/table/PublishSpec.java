package org.headroom.runs.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run publishes.
 *
 * @param formats ids of the {@link org.headroom.export.ExportFormat}s to write, and {@link #PAGE} for the page; at least one
 * @param columns columns of the ranked table in their order; empty for all that there are
 * @param ramp columns of the steps of a load that grows
 * @param server the database that each night is written to as well; null for none
 */
public record PublishSpec(
        Set<String> formats,
        List<Column> columns,
        RampColumns ramp,
        @Nullable Server server) {
    /** Id of the page among the formats. */
    public static final String PAGE = "page";

    /** Stands between a criterion and a field of the record that decided it. */
    static final String OF_RECORD = "_";

    public PublishSpec {
        formats = Set.copyOf(formats);
        columns = List.copyOf(columns);
    }

    /** What a run for a load that is wanted at once publishes. */
    public PublishSpec(Set<String> formats, List<Column> columns) {
        this(formats, columns, RampColumns.NONE, null);
    }

    /** The same, with a database. */
    public PublishSpec on(@Nullable Server database) {
        return new PublishSpec(formats, columns, ramp, database);
    }

    /**
     * A schema of a PostgreSQL server.
     *
     * @param url {@code jdbc:postgresql://host:5432/database}, without a password
     * @param schema its name; made where there is none
     */
    public record Server(String url, String schema) {
        /** The schema where none is named. */
        public static final String USUAL_SCHEMA = "headroom";
    }

    /** The same for a load that grows by these years. */
    public PublishSpec growing(List<Integer> years) {
        return new PublishSpec(formats, columns, new RampColumns(years), server);
    }

    /**
     * A column of the ranked table.
     *
     * @param name name in the files, at most 10 letters, digits and underscores
     * @param of what it shows: {@code rank}, {@code score}, an attribute of the site, a criterion, a field of the record that decided a
     *     criterion ({@code publishedHeadroomMw_headroomZoneId}) ...
     * @param width characters in the shapefile; empty for what the values need
     * @param decimals digits behind the point of a number; empty for what is usual for its unit
     * @param isWhole whether a text, such as a site id, is shown as the whole number that it is
     * @param values what is shown instead of a text; empty to show texts as they are
     * @param otherwise what is shown for a text that {@code values} does not list, and where there is none
     * @param whenExcluded number that is shown for a site that is excluded
     */
    public record Column(
            String name,
            String of,
            OptionalInt width,
            OptionalInt decimals,
            boolean isWhole,
            Map<String, String> values,
            Optional<String> otherwise,
            Optional<Double> whenExcluded) {
        public Column {
            values = Map.copyOf(values);
        }

        /** Whether texts stand for something else. */
        public boolean isMapped() {
            return !values.isEmpty();
        }

        /** What is shown for a text. */
        public String shown(String text) {
            return values.getOrDefault(text, otherwise.orElse(text));
        }
    }

    /** Whether something, or a field of the record that decided it, is shown by any column; everything is when no columns are chosen. */
    public boolean isPublished(String what) {
        if (RampColumns.isStep(what)) {
            return ramp.shownAs(what).filter(this::isPublished).isPresent();
        }
        return columns.isEmpty()
                || columns.stream()
                        .map(Column::of)
                        .anyMatch(shown -> shown.equals(what) || shown.startsWith(what + OF_RECORD));
    }
}
