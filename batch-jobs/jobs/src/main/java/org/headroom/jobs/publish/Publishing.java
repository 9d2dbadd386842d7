package org.headroom.jobs.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.decide.curve.SupplyCurves;
import org.headroom.export.About;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.Fsync;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.export.issues.IssuesCsv;
import org.headroom.feeds.Feeds;
import org.headroom.feeds.RunContent;
import org.headroom.feeds.postgis.RunDatabase;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleFault;
import org.headroom.jobs.inputs.DeclaredLayers;
import org.headroom.jobs.inputs.Inputs;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.FaultFiles;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.measure.ModuleRemarks;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.reuse.KeptColumns;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.GateTally;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.RunSeals;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Folders;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.LatestLink;
import org.headroom.runs.folder.Leftovers;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.Retention;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.table.PublishSpec;
import org.headroom.runs.table.Ranking;
import org.headroom.runs.table.RankingFiles;
import org.jspecify.annotations.Nullable;

/**
 * The last step: writes the run to a hidden folder beside the published ones, makes it durable, and shows it by one rename. Done again
 * after a stop, it begins anew, or with what comes after the rename when the run is shown already.
 */
public final class Publishing {
    private final WorkFolder work;
    private final RunRequest request;
    private final Project project;
    private final Policy policy;
    private final List<InstalledModule> modules;
    private final MeasurementPlan plan;
    private final LayerSet layers;
    private final LayerAges ages;
    private final KeptColumns kept;
    private final ModuleRemarks remarks;
    private final Progress progress;

    /**
     * @param policy the policy that the run was scored by
     * @param modules installed modules, sorted by id
     * @param plan what was measured
     * @param remarks what they have to say of records
     */
    public Publishing(
            WorkFolder work,
            RunRequest request,
            Project project,
            Policy policy,
            List<InstalledModule> modules,
            MeasurementPlan plan,
            LayerSet layers,
            LayerAges ages,
            KeptColumns kept,
            ModuleRemarks remarks,
            Progress progress) {
        this.work = work;
        this.request = request;
        this.project = project;
        this.policy = policy;
        this.modules = modules;
        this.plan = plan;
        this.layers = layers;
        this.ages = ages;
        this.kept = kept;
        this.remarks = remarks;
        this.progress = progress;
    }

    public void publish() {
        Path out = request.out();
        Path hidden = out.resolve("." + work.runName() + Leftovers.PUBLISHING);
        Path shown = out.resolve(work.runName());
        progress.begin("publish", 1);
        try {
            // A run that was killed right after it was shown has nothing left to show, but all that follows may be left
            // to do.
            if (!Files.exists(shown)) {
                Folders.delete(hidden);
                Files.createDirectory(hidden);
                write(hidden);
                Folders.force(hidden);
                new RunSeals(out).seal(hidden, work.runName());
                Files.move(hidden, shown, StandardCopyOption.ATOMIC_MOVE);
            }
            Fsync.folder(out);
            if (!request.isWhatIf()) {
                new LatestLink(out).point();
            }
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "cannot publish to " + shown + " (" + OutsideFailure.describe(e) + ")",
                    "Make room and check that the folder may be written, then run \"headroom jobs restart\".",
                    e);
        }
        if (!request.isWhatIf()) {
            layers.removeOldSnapshots();
            kept.keep();
            new Retention(out, project.name(), project.keep()).apply(work.runName());
            writeToServer(shown);
        }
        work.outcome(new Outcome.Published(work.runName()));
        progress.advance(1);
    }

    /** Last, as the night is there for all others whether a server takes it or not; done again it takes the place of what was there. */
    private void writeToServer(Path shown) {
        PublishSpec.Server server = project.publish().server();
        if (server == null) {
            return;
        }
        try {
            Manifest manifest = new PublishedRun(shown).manifest();
            RunDatabase.write(
                    new RunContent(work.runName(), shown, manifest, policy, request.threads()), server, this::area);
        } catch (HeadroomException e) {
            throw new HeadroomException(
                    e.family(),
                    shown + " is published, but " + e.getMessage(),
                    e.advice() + " Then run \"headroom jobs restart\".",
                    e);
        }
    }

    private void write(Path folder) throws IOException {
        LocalDate date = LocalDate.parse(request.date());
        String runId = Inputs.read(work).key().substring(0, 12);
        List<DataIssue> issues = issues();
        ExplanationFiles explanations = new ExplanationFiles(folder.resolve("explanations"));
        writeExplanations(explanations);
        // Before the tables and the page, which show them.
        new ChangesFiles(work, request, project, policy, modules, layers.all(), ages)
                .write(folder, explanations, candidates());
        PublishSpec publish = project.publish();
        Map<Path, String> digests = new HashMap<>();
        Map<String, String> dbfNames = new HashMap<>();
        List<Manifest.ColumnEntry> columns;
        GateTally tally;
        try (BackgroundFiles background =
                        new BackgroundFiles(request.threads(), () -> writeInBackground(folder, explanations, date));
                RankingFiles files = new RankingFiles(work.columns(), explanations, policy, request.threads())) {
            About about = new RunAbout(project, policy, date, runId, layers.all(), ages)
                    .make(files.mapClasses(policy.decision().topN()));
            Ranking ranked = files.ranking(publish, about, this::area);
            RankedTable table = ranked.table();
            for (ExportFormat format : ExportFormat.all()) {
                if (publish.formats().contains(format.id())) {
                    ExportResult written = format.write(new Publication(
                            table,
                            issues,
                            date,
                            folder,
                            PublishedRun.BASE_NAME,
                            request.threads(),
                            about,
                            ranked.areas(),
                            ChangeNotes.of(folder, work.columns())));
                    written.files().forEach(file -> digests.put(file.file(), file.sha256()));
                    dbfNames.putAll(written.shortNames());
                    issues.addAll(written.issues());
                }
            }
            columns = table.columns().stream()
                    .map(column -> new Manifest.ColumnEntry(column.name(), dbfNames.getOrDefault(column.name(), "")))
                    .toList();
            tally = files.tally();
            background.join();
        }
        IssuesCsv.write(issues, folder.resolve(PublishedRun.ISSUES));
        Path manifest = folder.resolve(Manifest.FILE);
        Manifest made = new ManifestMaker(
                        project,
                        policy,
                        request.date(),
                        Inputs.read(work),
                        modules,
                        layers.all(),
                        ages,
                        request.isWhatIf())
                .make(candidates(), tally, columns, issues);
        new PageMaker(project, policy, layers, request.threads()).write(folder, made);
        Feeds.write(publish.formats(), new RunContent(work.runName(), folder, made, policy, request.threads()), folder);
        Json.write(manifest, made.with(ManifestMaker.files(folder, digests)));
        Files.writeString(
                folder.resolve(Manifest.DIGEST_FILE),
                Digests.line(Digests.ofFile(manifest), Manifest.FILE),
                StandardCharsets.UTF_8);
    }

    /** What needs none of the tables, nor they it; the page and the feeds show it. */
    private void writeInBackground(Path folder, ExplanationFiles explanations, LocalDate date) throws IOException {
        new CalendarFile(project, policy, plan, modules, layers, date)
                .write(folder, explanations, candidates(), work.path().resolve("calendar"));
        SupplyCurves.write(
                work.columns(), explanations, project.request().requestedLoadMw(), folder.resolve(SupplyCurves.FILE));
    }

    private byte @Nullable [] area(int layer, int record) {
        return ((DefaultFeatureLayer) layers.all().get(layer).layer()).areaBytes(record);
    }

    private void writeExplanations(ExplanationFiles to) throws IOException {
        Files.createDirectories(to.records());
        Folders.link(work.columns().sites(), to.sites());
        Folders.link(work.columns().measurements(), to.measurements());
        Folders.link(work.columns().scores(), to.scores());
        if (Files.exists(work.columns().decision())) {
            Folders.link(work.columns().decision(), to.decision());
        }
        Folders.copy(project.policyFolder(), to.policy());
        Files.createLink(to.order(), work.columns().order());
        Map<String, String> titles = new HashMap<>();
        project.layers()
                .forEach(layer -> titles.put(layer.id(), layer.title().equals(layer.id()) ? "" : layer.title()));
        to.writeLayers(
                layers.all().stream().map(LoadedLayer::layer).toList(),
                layer -> ages.get(layer.id()).remark(),
                layer -> titles.getOrDefault(layer.id(), ""));
    }

    private CandidateReport candidates() {
        return Json.read(work.columns().candidates(), CandidateReport.class);
    }

    private List<DataIssue> issues() {
        List<DataIssue> issues = new ArrayList<>(ages.issues());
        issues.addAll(DeclaredLayers.issues(project, policy));
        issues.addAll(ShrunkLayers.since(new RunFolders(request.home()), project, request.date(), layers.all()));
        for (LoadedLayer layer : layers.all()) {
            issues.addAll(layer.issues());
        }
        issues.addAll(candidates().issues());
        issues.addAll(remarks.issues());
        FaultFiles.read(work.faults()).stream().map(ModuleFault::toIssue).forEach(issues::add);
        return issues;
    }
}
