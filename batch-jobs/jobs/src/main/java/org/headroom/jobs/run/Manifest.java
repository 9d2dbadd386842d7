package org.headroom.jobs.run;

import java.util.List;

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
 * @param issues number of problems in {@code issues.csv}
 * @param files every other file of the run
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
        long issues,
        List<FileEntry> files) {
    /** Version of the layout that this Headroom writes. */
    public static final int FORMAT = 1;

    /** Name of the file in the run's folder. */
    public static final String FILE = "manifest.json";

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

    /** Records of a layer: read = used + skipped; those that its filter left out are apart. */
    public record LayerEntry(
            String layer,
            String kind,
            String source,
            String asOf,
            long read,
            long used,
            long skipped,
            long filtered,
            long issues) {}

    /** A scoring module and its criteria. */
    public record ModuleEntry(String module, String version, List<String> criteria) {}

    /** A file, by its path in the run's folder. */
    public record FileEntry(String file, long bytes, String sha256) {}
}
