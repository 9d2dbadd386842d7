package org.headroom.jobs.end;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.Manifest;

/**
 * The end of a run in the text format of Prometheus 0.0.4, for the textfile collector of its node exporter. Written beside the file and put
 * in its place by one rename, so that a collector never reads half of it.
 */
public final class MetricsFile {
    private static final String LAST_SUCCESS = "headroom_job_last_success_timestamp_seconds";
    private static final Pattern SUCCESS =
            Pattern.compile("(?m)^" + LAST_SUCCESS + "\\{project=\"((?:[^\"\\\\]|\\\\.)*)\"} ([0-9.]+)$");

    private final Path file;
    private final Clock clock;
    private final StringBuilder text = new StringBuilder();

    /**
     * Metrics in this file.
     *
     * @param clock tells when the run ended
     */
    public MetricsFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Writes the file, or puts a new one in its place; to be called once.
     *
     * @throws HeadroomException of family EXTERNAL when the file cannot be written
     */
    public void write(RunEnd end, int exitCode, double seconds) {
        Path hidden = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            fill(end, exitCode, seconds);
            Files.writeString(hidden, text, StandardCharsets.UTF_8);
            Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "the metrics cannot be written to " + file + " (" + OutsideFailure.describe(e) + ")",
                    "Mend that or give another file with --metrics; the run itself is not touched by it.",
                    e);
        }
    }

    private void fill(RunEnd end, int exitCode, double seconds) throws IOException {
        Optional<MatchResult> before = lastSuccess();
        // A project file that cannot be read does not tell the name of the project.
        String project =
                end.project().isEmpty() ? before.map(found -> found.group(1)).orElse("") : escaped(end.project());
        Function<String, String> labels = more -> "{project=\"" + project + "\"" + more + "}";
        double now = clock.millis() / 1e3;
        boolean isDone = end.manifest().isPresent();
        family("headroom_last_run_timestamp_seconds", "When the last run ended, Unix time.");
        sample("headroom_last_run_timestamp_seconds", labels.apply(""), now);
        double success = isDone
                ? now
                : before.map(found -> Double.valueOf(found.group(2))).orElse(0.0);
        if (success > 0) {
            family(LAST_SUCCESS, "When a run last ended with a ranking, new or unchanged, Unix time.");
            sample(LAST_SUCCESS, labels.apply(""), success);
        }
        family("headroom_exit_code", "Exit code of the last run.");
        sample("headroom_exit_code", labels.apply(""), exitCode);
        family("headroom_job_seconds", "How long the last run took.");
        sample("headroom_job_seconds", labels.apply(""), seconds);
        if (!end.stepSeconds().isEmpty()) {
            family("headroom_step_seconds", "How long each step of the last run took.");
            end.stepSeconds()
                    .forEach((step, took) ->
                            sample("headroom_step_seconds", labels.apply(",step=\"" + escaped(step) + "\""), took));
        }
        end.manifest().ifPresent(manifest -> counts(manifest, labels));
    }

    private void counts(Manifest manifest, Function<String, String> labels) {
        Map<String, Long> gates = new TreeMap<>(Map.of(
                "PASS", manifest.gates().pass(),
                "CONDITIONAL", manifest.gates().conditional(),
                "UNKNOWN", manifest.gates().unknown(),
                "FAIL", manifest.gates().fail()));
        family("headroom_sites", "Sites of the published ranking by the answer of all gates together.");
        gates.forEach((gate, sites) -> sample("headroom_sites", labels.apply(",gate=\"" + gate + "\""), sites));
        family("headroom_records_skipped", "Records of the input that could not be used.");
        sample("headroom_records_skipped", labels.apply(""), manifest.skippedRecords());
        family("headroom_issues", "Problems named in issues.csv.");
        sample("headroom_issues", labels.apply(""), manifest.issues());
    }

    /** Project, escaped, and time of the last good run, which the file before this one tells. */
    private Optional<MatchResult> lastSuccess() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return SUCCESS.matcher(Files.readString(file)).results().findFirst();
    }

    private void family(String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }

    private void sample(String name, String labels, double value) {
        text.append(name)
                .append(labels)
                .append(' ')
                .append(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
                .append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
