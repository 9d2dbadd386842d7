package org.headroom.jobs.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.jobs.night.NightRun;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerCounts;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.Criterion;
import org.headroom.model.DataIssue;
import org.headroom.model.GateAnswer;
import org.headroom.runs.CandidateCounts;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.GateTally;
import org.headroom.runs.Manifest;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Json;

/** Makes the manifest of a run from what its steps found and from the files that were written. */
final class ManifestMaker {
    private final NightRun night;

    ManifestMaker(NightRun night) {
        this.night = night;
    }

    /** @param digests of files whose digest is known already */
    Manifest make(
            Path folder,
            Map<Path, String> digests,
            String runId,
            GateTally tally,
            List<Manifest.ColumnEntry> columns,
            List<DataIssue> issues)
            throws IOException {
        Project project = night.project();
        CandidateReport collected = Json.read(night.work().columns().candidates(), CandidateReport.class);
        long excluded = tally.count(GateAnswer.FAIL);
        long sites = night.sites().size();
        long skipped =
                collected.sources().stream().mapToLong(CandidateCounts::skipped).sum();
        return new Manifest(
                Manifest.FORMAT,
                runId,
                project.name(),
                project.title(),
                night.request().date(),
                project.request().sector(),
                project.request().requestedLoadMw(),
                new Manifest.PolicyEntry(
                        night.policy().id(),
                        night.policy().version(),
                        night.policy().digest()),
                night.inputs().read(),
                new Manifest.Counts(sites + skipped, sites - excluded, excluded, skipped),
                collected.sources(),
                new Manifest.GateCounts(
                        tally.count(GateAnswer.PASS),
                        tally.count(GateAnswer.CONDITIONAL),
                        tally.count(GateAnswer.UNKNOWN),
                        excluded),
                night.layers().all().stream().map(ManifestMaker::layer).toList(),
                night.modules().stream()
                        .map(module -> new Manifest.ModuleEntry(
                                module.module().id(),
                                module.version(),
                                module.module().criteria().stream()
                                        .map(Criterion::id)
                                        .toList()))
                        .toList(),
                columns,
                issues.size(),
                files(folder, digests));
    }

    private static Manifest.LayerEntry layer(LoadedLayer loaded) {
        LayerCounts counts = loaded.counts();
        LocalDate asOf = loaded.layer().asOf();
        return new Manifest.LayerEntry(
                loaded.layer().id(),
                loaded.layer().kind().id(),
                loaded.layer().source(),
                asOf == null ? "" : asOf.toString(),
                counts.read(),
                counts.used(),
                counts.skipped(),
                counts.filtered(),
                loaded.issues().size());
    }

    private static List<Manifest.FileEntry> files(Path folder, Map<Path, String> digests) throws IOException {
        return Digests.files(folder).parallelStream()
                .map(file -> new Manifest.FileEntry(
                        folder.relativize(file).toString().replace('\\', '/'),
                        size(file),
                        Objects.requireNonNullElseGet(digests.get(file), () -> Digests.ofFile(file))))
                .toList();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
