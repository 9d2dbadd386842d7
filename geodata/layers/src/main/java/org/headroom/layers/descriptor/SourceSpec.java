package org.headroom.layers.descriptor;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.layers.format.DatabaseFormat;
import org.headroom.layers.format.LayerFormat;
import org.headroom.layers.format.ReadOptions;
import org.headroom.model.EvidenceClass;
import org.jspecify.annotations.Nullable;

/**
 * The {@code source} part of a descriptor.
 *
 * @param file path relative to the data folder; where {@link #isDatabase} the address of the database
 * @param format its format
 * @param options how it is read
 * @param with side tables whose columns are added to each row
 * @param unfold the rows that each row is turned into: new column to source column; empty for none
 * @param total how rows are added up; null when they are not
 * @param publisher who published the data
 * @param reference title, edition or address; may be empty
 * @param licence licence or terms; may be empty
 * @param asOf the day that the data describe; null when nobody knows it, and where the kind needs none
 * @param maximumAgeDays days after {@code asOf} from which the data are old; null for the default of the kind
 * @param whenExpired what becomes of old data
 * @param evidence class of evidence
 */
public record SourceSpec(
        String file,
        LayerFormat format,
        ReadOptions options,
        List<SideTable> with,
        List<Map<String, String>> unfold,
        @Nullable Total total,
        String publisher,
        String reference,
        String licence,
        @Nullable LocalDate asOf,
        @Nullable Integer maximumAgeDays,
        WhenExpired whenExpired,
        EvidenceClass evidence) {
    /** What becomes of data that are older than they may be. */
    public enum WhenExpired {
        /** They are used, and their age is told. */
        MARK,
        /** They are not used; what needs them is unknown. */
        WITHHOLD,
        /** The run is refused. */
        REFUSE
    }

    /** Whether the source lies on a server and in no file. */
    public boolean isDatabase() {
        return format instanceof DatabaseFormat;
    }

    public SourceSpec {
        with = List.copyOf(with);
        unfold = List.copyOf(unfold);
    }

    /**
     * A CSV file with more columns for the rows of the source.
     *
     * @param file path relative to the data folder
     * @param options how it is read
     * @param on column of the side table: column of the source; all pairs must agree
     * @param columns columns to add
     */
    public record SideTable(String file, ReadOptions options, Map<String, String> on, List<String> columns) {
        public SideTable {
            on = Collections.unmodifiableMap(new LinkedHashMap<>(on));
            columns = List.copyOf(columns);
        }
    }

    /**
     * Rows that agree in some columns become one.
     *
     * @param by columns that must agree, at least one
     * @param sum number columns that are added up; all others are dropped
     */
    public record Total(List<String> by, List<String> sum) {
        public Total {
            by = List.copyOf(by);
            sum = List.copyOf(sum);
        }
    }
}
