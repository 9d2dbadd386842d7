package org.headroom.runs.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;

/**
 * A run that is verified.
 *
 * @param run the run
 * @param manifest its manifest
 * @param damaged paths of files that are missing or changed
 */
record Subject(PublishedRun run, Manifest manifest, Set<String> damaged) {
    static final String CANDIDATES = "explanations/sites/candidates.json";
    static final String LAYERS = "explanations/layers.json";
    static final String MEASUREMENTS = "explanations/measurements";
    static final String ORDER = "explanations/order.i32";
    static final String POLICY = "explanations/policy";
    static final String RECORDS = "explanations/records";
    static final String SCORES = "explanations/scores";
    static final String SITES = "explanations/sites";

    ExplanationFiles files() {
        return run.explanationFiles();
    }

    Path folder() {
        return run.folder();
    }

    /** Whether no damaged file's path begins like any of these. */
    boolean isIntact(List<String> beginnings) {
        return damaged.stream().noneMatch(file -> beginnings.stream().anyMatch(file::startsWith));
    }
}
