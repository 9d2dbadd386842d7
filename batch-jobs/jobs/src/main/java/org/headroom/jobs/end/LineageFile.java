package org.headroom.jobs.end;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.Manifest;

/**
 * Begin and end of a run as events of OpenLineage 2-0-2 (LF AI and Data, openlineage.io/spec), a JSON object a line, appended to a file that a
 * shipper follows: START, then COMPLETE with a dataset for each layer, for the policy and for the folder of the run, or ABORT for a run that was
 * stopped, or FAIL with the reason. For one run and one thread.
 */
public final class LineageFile {
    private static final String SPEC = "https://openlineage.io/spec/";
    private static final String PRODUCER = "urn:headroom";
    private static final String NAMESPACE = "headroom";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Clock clock;
    private final String runId = UUID.randomUUID().toString();
    private final String began;
    private boolean isBegun;

    /**
     * Events in this file.
     *
     * @param clock tells when they happen; the run begins now
     */
    public LineageFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        began = now();
    }

    /**
     * Says that the run has begun.
     *
     * @throws HeadroomException of family EXTERNAL when the file cannot be written
     */
    public void begin(RunEnd run) {
        isBegun = true;
        append(event("START", began, run));
    }

    /**
     * Says how it ended, and that it began where that was not said; nothing of a run of which not even the project is known.
     *
     * @param isStopped whether it can be gone on with
     * @throws HeadroomException of family EXTERNAL when the file cannot be written
     */
    public void end(RunEnd run, boolean isStopped) {
        if (run.project().isEmpty()) {
            return;
        }
        if (!isBegun) {
            begin(run);
        }
        ObjectNode event = event(run.manifest().isPresent() ? "COMPLETE" : isStopped ? "ABORT" : "FAIL", now(), run);
        run.manifest().ifPresent(manifest -> datasets(event, manifest, run));
        if (run.manifest().isEmpty()) {
            facet(event.withObject("/run/facets"), "errorMessage", "1-0-1/ErrorMessageRunFacet")
                    .put("message", run.reason())
                    .put("programmingLanguage", "Java");
        }
        append(event);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private ObjectNode event(String type, String time, RunEnd run) {
        ObjectNode event = JSON.createObjectNode()
                .put("eventType", type)
                .put("eventTime", time)
                .put("producer", PRODUCER)
                .put("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent");
        event.putObject("run").put("runId", runId);
        facet(event.withObject("/run/facets"), "nominalTime", "1-0-1/NominalTimeRunFacet")
                .put("nominalStartTime", run.date() + "T00:00:00Z");
        event.putObject("job").put("namespace", NAMESPACE).put("name", "rank " + run.project());
        facet(event.withObject("/job/facets"), "jobType", "2-0-4/JobTypeJobFacet")
                .put("processingType", "BATCH")
                .put("integration", "HEADROOM")
                .put("jobType", "JOB");
        event.putArray("inputs");
        event.putArray("outputs");
        return event;
    }

    private static void datasets(ObjectNode event, Manifest manifest, RunEnd run) {
        ArrayNode inputs = event.withArray("inputs");
        String project = manifest.project();
        for (Manifest.LayerEntry layer : manifest.layers()) {
            String digest = manifest.inputs().layers().getOrDefault(layer.layer(), "");
            ObjectNode input = dataset(inputs, NAMESPACE, project + "/layers/" + layer.layer(), digest);
            facet(input.withObject("/facets"), "dataSource", "1-0-1/DatasourceDatasetFacet")
                    .put("name", layer.source());
            facet(input.putObject("inputFacets"), "inputStatistics", "1-0-0/InputStatisticsInputDatasetFacet")
                    .put("rowCount", layer.used());
        }
        dataset(inputs, NAMESPACE, project + "/policy", manifest.policy().digest());
        ObjectNode output = dataset(event.withArray("outputs"), "file", run.folder(), manifest.run());
        facet(output.putObject("outputFacets"), "outputStatistics", "1-0-2/OutputStatisticsOutputDatasetFacet")
                .put("rowCount", manifest.counts().ranked() + manifest.counts().excluded())
                .put("fileCount", manifest.files().size())
                .put(
                        "size",
                        manifest.files().stream()
                                .mapToLong(Manifest.FileEntry::bytes)
                                .sum());
    }

    private static ObjectNode dataset(ArrayNode to, String namespace, String name, String version) {
        ObjectNode dataset = to.addObject().put("namespace", namespace).put("name", name);
        facet(dataset.putObject("facets"), "version", "1-0-1/DatasetVersionDatasetFacet")
                .put("datasetVersion", version);
        return dataset;
    }

    /** @param schema version and name of the facet's schema */
    private static ObjectNode facet(ObjectNode to, String name, String schema) {
        return to.putObject(name)
                .put("_producer", PRODUCER)
                .put(
                        "_schemaURL",
                        SPEC + "facets/" + schema + ".json#/$defs/" + schema.substring(schema.indexOf('/') + 1));
    }

    /** A whole line by one call, so that who follows the file reads no half of it. */
    private void append(ObjectNode event) {
        try {
            Files.write(
                    file,
                    (JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "the events of OpenLineage cannot be written to " + file + " (" + OutsideFailure.describe(e) + ")",
                    "Mend that or give another file with --lineage; the run itself is not touched by it.",
                    e);
        }
    }
}
