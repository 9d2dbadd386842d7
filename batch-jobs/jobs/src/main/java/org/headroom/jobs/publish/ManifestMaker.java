package org.headroom.jobs.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerAge;
import org.headroom.layers.LayerCounts;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.Criterion;
import org.headroom.model.DataIssue;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.CandidateCounts;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.GateTally;
import org.headroom.runs.InputDigests;
import org.headroom.runs.Manifest;
import org.headroom.runs.file.Digests;

/** Makes the manifest of a run from what its steps found and from the files that were written. */
record ManifestMaker(
        Project project,
        Policy policy,
        String date,
        InputDigests inputs,
        List<InstalledModule> modules,
        List<LoadedLayer> layers,
        LayerAges ages,
        boolean isWhatIf) {
    /** A manifest that names no files yet. */
    Manifest make(
            CandidateReport candidates, GateTally tally, List<Manifest.ColumnEntry> columns, List<DataIssue> issues) {
        long excluded = tally.count(GateAnswer.FAIL);
        long skipped = candidates.sources().stream()
                .mapToLong(CandidateCounts::skipped)
                .sum();
        long sites =
                candidates.sources().stream().mapToLong(CandidateCounts::sites).sum();
        return new Manifest(
                Manifest.FORMAT,
                inputs.key().substring(0, 12),
                project.name(),
                project.title(),
                date,
                project.request().sector(),
                project.request().requestedLoadMw(),
                new Manifest.PolicyEntry(policy.id(), policy.version(), policy.digest()),
                inputs,
                new Manifest.Counts(sites + skipped, sites - excluded, excluded, skipped),
                candidates.sources(),
                new Manifest.GateCounts(
                        tally.count(GateAnswer.PASS),
                        tally.count(GateAnswer.CONDITIONAL),
                        tally.count(GateAnswer.UNKNOWN),
                        excluded),
                layers.stream().map(this::layer).toList(),
                modules.stream()
                        .map(module -> new Manifest.ModuleEntry(
                                module.module().id(),
                                module.version(),
                                module.module().criteria().stream()
                                        .map(Criterion::id)
                                        .toList()))
                        .toList(),
                columns,
                issues.size(),
                List.of(),
                isWhatIf);
    }

    private Manifest.LayerEntry layer(LoadedLayer loaded) {
        LayerCounts counts = loaded.counts();
        LayerAge age = ages.get(loaded.layer().id());
        LocalDate asOf = loaded.layer().asOf();
        return new Manifest.LayerEntry(
                loaded.layer().id(),
                loaded.layer().kind().id(),
                loaded.layer().source(),
                asOf == null ? "" : asOf.toString(),
                age.ageDays(),
                age.use().name(),
                counts.read(),
                counts.used(),
                counts.skipped(),
                counts.filtered(),
                loaded.issues().size());
    }

    /**
     * All files that are in the folder.
     *
     * @param digests of files whose digest is known already
     */
    static List<Manifest.FileEntry> files(Path folder, Map<Path, String> digests) throws IOException {
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
