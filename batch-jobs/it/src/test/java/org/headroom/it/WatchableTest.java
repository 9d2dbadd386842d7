package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who watch a nightly run get of it: one line for a mail, metrics for Prometheus, log lines for a collector. */
class WatchableTest {
    /** One sample of the text format 0.0.4, with labels of which every value is escaped as it has to be. */
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "\\{((?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\",?)+)} (-?[0-9]+(?:\\.[0-9]+)?)");

    @TempDir
    Path folder;

    @Test
    void aLineAndMetricsAtTheEndOfEveryRun() throws IOException {
        Path out = folder.resolve("out");
        Path metrics = folder.resolve("headroom.prom");
        Path lineage = folder.resolve("lineage.jsonl");
        Headroom.Result first =
                rank(out, metrics).and("--lineage", lineage.toString()).done();
        // Newer JVMs warn of what libraries do when they are not started by the launcher.
        assertThat(first.err())
                .containsPattern("(?m)^headroom: rank embedded-sample 2026-06-01: published 2026-06-01-1, 335 sites,"
                        + " 71 excluded, 24 issues, [0-9.]+ s\n\\z");
        Map<String, Double> samples = parse(metrics);
        assertThat(samples).containsEntry("headroom_exit_code{project=\"embedded-sample\"}", 0.0);
        assertThat(samples).containsEntry("headroom_sites{project=\"embedded-sample\",gate=\"FAIL\"}", 71.0);
        assertThat(samples).containsEntry("headroom_issues{project=\"embedded-sample\"}", 24.0);
        assertThat(samples).containsEntry("headroom_records_skipped{project=\"embedded-sample\"}", 13.0);
        for (String step : List.of("inputs", "load", "candidates", "measure", "score", "rank", "decide", "publish")) {
            assertThat(samples).containsKey("headroom_step_seconds{project=\"embedded-sample\",step=\"" + step + "\"}");
        }
        String success = "headroom_job_last_success_timestamp_seconds{project=\"embedded-sample\"}";
        double time = samples.get(success);

        Headroom.Result second = rank(out, metrics).run();
        assertThat(second.err()).contains("headroom: rank embedded-sample 2026-06-01: unchanged since 2026-06-01-1, ");
        assertThat(parse(metrics).get(success)).isGreaterThan(time);
        time = parse(metrics).get(success);

        Headroom.Result failed = rank(Path.of("/proc/headroom"), metrics)
                .and("--lineage", lineage.toString())
                .run();
        assertEvents(Files.readAllLines(lineage), out);
        Files.delete(lineage);
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.err().lines().reduce((a, b) -> b).orElse(""))
                .startsWith("headroom: rank embedded-sample 2026-06-01: failed: ")
                .endsWith("; exit 3");
        Map<String, Double> after = parse(metrics);
        assertThat(after).containsEntry("headroom_exit_code{project=\"embedded-sample\"}", 3.0);
        assertThat(after).containsEntry(success, time);

        Path broken = Files.writeString(folder.resolve("broken.yaml"), "project: [");
        Headroom.Result refused = Headroom.with(
                        "rank",
                        "--out",
                        out.toString(),
                        "--metrics",
                        metrics.toString(),
                        "--project",
                        broken.toString())
                .run();
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err().lines().reduce((a, b) -> b).orElse(""))
                .startsWith("headroom: rank: failed: ")
                .endsWith("; exit 3");
        assertThat(parse(metrics))
                .containsEntry("headroom_exit_code{project=\"embedded-sample\"}", 3.0)
                .containsEntry(success, time);
        Files.delete(broken);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("out", "headroom.prom");
        }
    }

    /** Read by OpenLineage's own client. */
    private static void assertEvents(List<String> lines, Path out) {
        List<OpenLineage.RunEvent> events =
                lines.stream().map(OpenLineageClientUtils::runEventFromJson).toList();
        assertThat(events)
                .extracting(event -> event.getEventType().name())
                .containsExactly("START", "COMPLETE", "START", "FAIL");
        assertThat(events.get(0).getRun().getRunId())
                .isEqualTo(events.get(1).getRun().getRunId())
                .isNotEqualTo(events.get(2).getRun().getRunId());
        assertThat(events).extracting(event -> event.getJob().getName()).containsOnly("rank embedded-sample");
        assertThat(events.get(0).getRun().getFacets().getNominalTime().getNominalStartTime())
                .isEqualTo("2026-06-01T00:00:00Z");
        OpenLineage.RunEvent complete = events.get(1);
        assertThat(complete.getInputs())
                .extracting(OpenLineage.InputDataset::getName)
                .contains("embedded-sample/layers/mines", "embedded-sample/policy");
        assertThat(complete.getInputs())
                .allSatisfy(input -> assertThat(input.getFacets().getVersion().getDatasetVersion())
                        .hasSize(64));
        OpenLineage.OutputDataset output = complete.getOutputs().get(0);
        assertThat(output.getName())
                .isEqualTo(out.toAbsolutePath().resolve("2026-06-01-1").toString());
        assertThat(output.getOutputFacets().getOutputStatistics().getRowCount()).isEqualTo(335);
        assertThat(events.get(3).getRun().getFacets().getErrorMessage().getMessage())
                .contains("/proc/headroom");
    }

    @Test
    void metricsThatCannotBeWrittenDoNotHurtTheRun() {
        Path out = folder.resolve("out");
        Headroom.Result result = rank(out, Path.of("/proc/headroom.prom")).done();
        assertThat(result.err()).contains("the metrics cannot be written to /proc/headroom.prom");
        assertThat(out.resolve("2026-06-01-1/manifest.json")).exists();
    }

    @Test
    void everyLineOnTheErrorStreamIsJsonWhenAskedFor() throws IOException {
        Path out = folder.resolve("out");
        rank(out, folder.resolve("m.prom")).run();
        // Something to clear makes it a job, and not only a look at the inputs.
        Files.createDirectory(out.resolve(".2026-05-01-1.removing"));
        Headroom.Result result = rank(out, folder.resolve("m.prom"))
                .and("-v")
                .environment("HEADROOM_LOG", "json")
                .done();
        Set<String> loggers = new HashSet<>();
        for (String line : result.err().lines().toList()) {
            JsonNode json = new ObjectMapper().readTree(line);
            assertThat(json.fieldNames()).toIterable().contains("timestamp", "level", "loggerName", "formattedMessage");
            loggers.add(json.path("loggerName").asText());
            if (json.path("formattedMessage").asText().startsWith("nothing changed since")) {
                assertThat(json.path("mdc").path("run").asText()).startsWith("2026-06-01-");
                assertThat(json.path("mdc").path("step").asText()).isEqualTo("inputs");
            }
        }
        assertThat(loggers).contains("headroom", "org.headroom.jobs.inputs.Inputs");
        Headroom.Result usage = Headroom.with("rank", "--bogus")
                .environment("HEADROOM_LOG", "json")
                .run();
        assertThat(usage.exit()).isEqualTo(2);
        for (String line : usage.err().lines().toList()) {
            assertThat(new ObjectMapper().readTree(line).path("level").asText()).isEqualTo("INFO");
        }
    }

    private Headroom rank(Path out, Path metrics) {
        return Headroom.sample("rank", "--out", out.toString(), "--metrics", metrics.toString());
    }

    /** Reads strictly: HELP and TYPE once before each family, families in one piece, no sample twice, a line feed at the end. */
    private static Map<String, Double> parse(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).endsWith("\n").doesNotContain("\r");
        Map<String, Double> samples = new LinkedHashMap<>();
        Set<String> families = new HashSet<>();
        String family = "";
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("# HELP ")) {
                family = line.split(" ", 4)[2];
                assertThat(families.add(family)).as("twice: " + family).isTrue();
                assertThat(lines.get(++i)).isEqualTo("# TYPE " + family + " gauge");
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            assertThat(sample.group(1)).isEqualTo(family);
            Double value = Double.valueOf(sample.group(3));
            assertThat(samples.put(sample.group(1) + "{" + sample.group(2) + "}", value))
                    .as("twice: " + line)
                    .isNull();
        }
        return samples;
    }
}
