package org.headroom.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: what a published run was made from, what came of it, and the digest of every file in it.
 *
 * @param format version of this file's layout
 * @param run the first twelve digits of the inputs' key: the same for the same inputs, whatever the folder is called
 * @param project name of the project
 * @param title title of the project
 * @param evaluationDate ISO 8601
 * @param sector what is to be connected
 * @param requestedLoadMw MW AC
 * @param policy the policy
 * @param inputs digest of every input
 * @param counts of the candidates: read = ranked + excluded + skipped
 * @param candidates the same by source; {@code sites} are ranked or excluded
 * @param gates number of sites by the answer of all gates together
 * @param layers what was read of each layer: read = used + skipped
 * @param modules what measured
 * @param columns columns of the ranked table
 * @param issues number of problems in {@code issues.csv}
 * @param files every file of the run but this one and that with its digest
 * @param whatIf whether the run only asks what would be and is no night; written where it is true
 */
public record Manifest(
        int format,
        String run,
        String project,
        String title,
        String evaluationDate,
        String sector,
        double requestedLoadMw,
        PolicyEntry policy,
        InputDigests inputs,
        Counts counts,
        List<CandidateCounts> candidates,
        GateCounts gates,
        List<LayerEntry> layers,
        List<ModuleEntry> modules,
        List<ColumnEntry> columns,
        long issues,
        List<FileEntry> files,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean whatIf) {
    /** Version of the layout that this Headroom writes. */
    public static final int FORMAT = 1;

    /** Name of the file in the run's folder. */
    public static final String FILE = "manifest.json";

    /** Name of the file beside it with its own digest, as {@code sha256sum --check} reads it. */
    public static final String DIGEST_FILE = "manifest.sha256";

    public Manifest {
        Objects.requireNonNull(run);
        Objects.requireNonNull(project);
        Objects.requireNonNull(title);
        Objects.requireNonNull(evaluationDate);
        Objects.requireNonNull(sector);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(inputs);
        Objects.requireNonNull(counts);
        Objects.requireNonNull(gates);
        candidates = List.copyOf(candidates);
        layers = List.copyOf(layers);
        modules = List.copyOf(modules);
        columns = List.copyOf(columns);
        files = List.copyOf(files);
    }

    /** The manifest of a night. */
    public Manifest(
            int format,
            String run,
            String project,
            String title,
            String evaluationDate,
            String sector,
            double requestedLoadMw,
            PolicyEntry policy,
            InputDigests inputs,
            Counts counts,
            List<CandidateCounts> candidates,
            GateCounts gates,
            List<LayerEntry> layers,
            List<ModuleEntry> modules,
            List<ColumnEntry> columns,
            long issues,
            List<FileEntry> files) {
        this(
                format,
                run,
                project,
                title,
                evaluationDate,
                sector,
                requestedLoadMw,
                policy,
                inputs,
                counts,
                candidates,
                gates,
                layers,
                modules,
                columns,
                issues,
                files,
                false);
    }

    /** The same with these files. */
    public Manifest with(List<FileEntry> inFolder) {
        return new Manifest(
                format,
                run,
                project,
                title,
                evaluationDate,
                sector,
                requestedLoadMw,
                policy,
                inputs,
                counts,
                candidates,
                gates,
                layers,
                modules,
                columns,
                issues,
                inFolder,
                whatIf);
    }

    /** Names of the columns in the shapefile, by what they show; empty when there is no shapefile. */
    public Map<String, String> dbfNames() {
        return columns.stream()
                .filter(column -> !column.dbf().isEmpty())
                .collect(Collectors.toMap(ColumnEntry::column, ColumnEntry::dbf, (one, other) -> one));
    }

    /** Records of candidates and layers that could not be used. */
    public long skippedRecords() {
        return counts.skipped() + layers.stream().mapToLong(LayerEntry::skipped).sum();
    }

    /** Which policy ranked the sites. */
    public record PolicyEntry(String policy, String version, String digest) {}

    /** Candidate records: read = ranked + excluded + skipped. */
    public record Counts(long read, long ranked, long excluded, long skipped) {}

    /** Sites by the answer of all gates together. */
    public record GateCounts(long pass, long conditional, long unknown, long fail) {}

    /**
     * Records of a layer: read = used + skipped; those that its filter left out are apart. The age is that on the evaluation date, null when the
     * layer names no day; the use is USED, MARKED or WITHHELD.
     */
    public record LayerEntry(
            String layer,
            String kind,
            String source,
            String asOf,
            @Nullable Long ageDays,
            String use,
            long read,
            long used,
            long skipped,
            long filtered,
            long issues) {}

    /** A scoring module and its criteria, each once. */
    public record ModuleEntry(String module, String version, List<String> criteria) {
        public ModuleEntry {
            criteria = List.copyOf(criteria);
            if (Set.copyOf(criteria).size() < criteria.size()) {
                throw new IllegalArgumentException("module " + module + " has a criterion twice: " + criteria);
            }
        }
    }

    /** A column by its long name, with its name in the shapefile, which is empty where there is none. */
    public record ColumnEntry(String column, String dbf) {}

    /** A file, by its path in the run's folder. */
    public record FileEntry(String file, long bytes, String sha256) {}
}
