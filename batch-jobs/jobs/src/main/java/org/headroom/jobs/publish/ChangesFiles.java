package org.headroom.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.inputs.Inputs;
import org.headroom.jobs.inputs.NightBefore;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LoadedLayer;
import org.headroom.ledger.Changes;
import org.headroom.ledger.ChangesMaker;
import org.headroom.ledger.ChangesTable;
import org.headroom.ledger.Ledger;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.spi.ScoringModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what moved since the night before; nothing where there is none. */
record ChangesFiles(
        WorkFolder work,
        RunRequest request,
        Project project,
        Policy policy,
        List<InstalledModule> modules,
        List<LoadedLayer> layers,
        LayerAges ages) {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesFiles.class);

    /**
     * Writes {@code changes.json} and {@code changes.csv}. A run before that cannot be compared with costs these files, never the night.
     *
     * @param folder the run, which is not shown yet
     * @param explanations its columns
     */
    void write(Path folder, ExplanationFiles explanations, CandidateReport candidates) throws IOException {
        Optional<PublishedRun> before = NightBefore.read(work, request);
        if (before.isEmpty()) {
            return;
        }
        List<ScoringModule> measuring =
                modules.stream().map(InstalledModule::module).toList();
        try (Ledger ledger = Ledger.between(
                LedgerRun.of(before.get()), thisRun(explanations, candidates), measuring, request.threads())) {
            ChangesMaker changes = new ChangesMaker(ledger);
            Json.write(folder.resolve(Changes.FILE), changes.make(ChangesMaker.topN(explanations), project.watch()));
            new ChangesTable(changes, ledger, ChangesMaker.MOST_IN_TABLE).write(folder.resolve(Changes.TABLE));
        } catch (HeadroomException e) {
            LOG.warn("what moved since run {} is not told: {}", before.get().name(), e.getMessage());
            remove(folder);
        } catch (RuntimeException e) {
            LOG.warn(
                    "what moved since run {} is not told, as it cannot be compared with; \"headroom runs verify {}\" says"
                            + " whether it is damaged",
                    before.get().name(),
                    before.get().name());
            LOG.debug("the comparison failed", e);
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(Changes.FILE));
        Files.deleteIfExists(folder.resolve(Changes.TABLE));
    }

    private LedgerRun thisRun(ExplanationFiles explanations, CandidateReport candidates) {
        return new LedgerRun(
                work.runName(),
                request.date(),
                project.name(),
                policy.id() + " " + policy.version(),
                project.request().sector(),
                project.request().requestedLoadMw(),
                Inputs.read(work),
                layers.stream()
                        .map(LoadedLayer::layer)
                        .collect(Collectors.toMap(
                                layer -> layer.id(),
                                layer -> new LedgerRun.LayerState(
                                        layer.kind().id(),
                                        ages.get(layer.id()).use().name()))),
                LedgerRun.sources(candidates.sources()),
                explanations,
                request.home().resolve(RunFolders.COMPILED_RULES));
    }
}
