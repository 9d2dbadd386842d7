package org.headroom.jobs.end;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.jspecify.annotations.Nullable;

/** What is known of a run when it ends, for one line that fits the subject of a mail, and for metrics. For one thread. */
public final class RunEnd {
    private final Map<String, Double> stepSeconds = new LinkedHashMap<>();
    private String project = "";
    private String date = "";
    private String lastStep = "";
    private String reason = "";
    private String runName = "";
    private String folder = "";
    private boolean isNew;
    private boolean isPolicyRefused;
    private @Nullable Manifest manifest;

    /** Says what is ranked. */
    public void about(String projectName, String evaluationDate) {
        project = projectName;
        date = evaluationDate;
    }

    /** Says from when to when a step took, null where that is not known; in the order of the steps. */
    public void step(String step, @Nullable Instant started, @Nullable Instant ended) {
        lastStep = step;
        if (started != null && ended != null) {
            stepSeconds.put(step, Duration.between(started, ended).toMillis() / 1e3);
        }
    }

    /** Says that a ranking is there. */
    public void ranked(PublishedRun run, boolean isNewRun) {
        Manifest made = run.manifest();
        manifest = made;
        runName = run.shownName();
        folder = run.folder().toAbsolutePath().toString();
        isNew = isNewRun;
        about(made.project(), made.evaluationDate());
    }

    /** Says that there is none; the first reason stays. */
    public void failed(String why) {
        if (reason.isEmpty()) {
            reason = why.lines().findFirst().orElse("");
        }
    }

    /** Says that the project's policy was refused and the last good one is in force. */
    public void policyRefused() {
        isPolicyRefused = true;
    }

    String project() {
        return project;
    }

    /** ISO 8601. */
    String date() {
        return date;
    }

    /** Why there is no ranking; empty when nothing is known of it. */
    String reason() {
        return reason;
    }

    /** The absolute folder of the run; empty when there is none. */
    String folder() {
        return folder;
    }

    Map<String, Double> stepSeconds() {
        return stepSeconds;
    }

    /** The ranking that was published or found unchanged. */
    Optional<Manifest> manifest() {
        return Optional.ofNullable(manifest);
    }

    /** The line, without a line feed. */
    public String line(int exitCode, double seconds) {
        String what = "rank" + (project.isEmpty() ? "" : " " + project) + (date.isEmpty() ? "" : " " + date) + ": ";
        Manifest made = manifest;
        if (made == null) {
            return what + "failed" + (lastStep.isEmpty() ? "" : " at " + lastStep) + ": " + reason + "; exit "
                    + exitCode;
        }
        return what + (isNew ? "published " : "unchanged since ") + runName + ", "
                + (made.counts().ranked() + made.counts().excluded()) + " sites, "
                + made.counts().excluded() + " excluded, " + made.issues() + " issues, "
                + String.format(Locale.ROOT, "%.1f s", seconds)
                + (isPolicyRefused ? ", by the last good policy as the edited one is refused" : "")
                + (exitCode == 0 ? "" : "; exit " + exitCode);
    }
}
