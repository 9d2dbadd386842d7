package org.headroom.report.data;

import java.nio.file.Path;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;

/**
 * The run that a page is about.
 *
 * @param folder its folder, with all files but the page and the manifest; its name does not matter
 * @param manifest the manifest; its list of files is not read
 * @param policy the policy that scored it, as it is on the evaluation date
 * @param given what lies nowhere else in the run
 * @param threads how many may work on it, at least 1; says nothing of what comes out
 */
public record RunInput(Path folder, Manifest manifest, Policy policy, Given given, int threads) {
    /** Up to so many sites everything is shown of every site. */
    public static final int FEW = 20_000;

    /** Length of the list where the policy draws nothing. */
    private static final int USUAL_TOP = 20;

    /** The columns behind it. */
    public ExplanationFiles files() {
        return run().explanationFiles();
    }

    /** The run as others read it; its name may be a hidden one. */
    public PublishedRun run() {
        return new PublishedRun(folder);
    }

    /** Length of the list that people look at. */
    public int topN() {
        return policy.drawsOutcomes() ? policy.decision().topN() : USUAL_TOP;
    }
}
