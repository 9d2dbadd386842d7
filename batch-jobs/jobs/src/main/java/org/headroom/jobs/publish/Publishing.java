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
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.Fsync;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.export.issues.IssuesCsv;
import org.headroom.host.ModuleFault;
import org.headroom.jobs.file.Digests;
import org.headroom.jobs.file.Folders;
import org.headroom.jobs.file.Json;
import org.headroom.jobs.night.Candidates;
import org.headroom.jobs.night.FaultFiles;
import org.headroom.jobs.night.NightRun;
import org.headroom.jobs.project.PublishSpec;
import org.headroom.jobs.run.ExplanationFiles;
import org.headroom.jobs.run.Manifest;
import org.headroom.jobs.work.Outcome;
import org.headroom.jobs.work.WorkFolder;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/**
 * The last step: writes the run to a hidden folder beside the published ones, makes it durable, and shows it by one rename. Done again
 * after a stop, it begins anew, or with what comes after the rename when the run is shown already.
 */
public final class Publishing {
    /** Name without extension of the files with the ranking. */
    public static final String BASE_NAME = "ranked";
    /** Name of the file with the problems found in the input. */
    public static final String ISSUES = "issues.csv";

    private final NightRun night;
    private final WorkFolder work;

    public Publishing(NightRun night) {
        this.night = night;
        this.work = night.work();
    }

    public void publish() {
        Path out = night.request().out();
        Path hidden = out.resolve("." + work.runName() + Leftovers.PUBLISHING);
        Path shown = out.resolve(work.runName());
        night.progress().begin("publish", 1);
        try {
            // A run that was killed right after it was shown has nothing left to show, but all that follows may be left
            // to do.
            if (!Files.exists(shown)) {
                Folders.delete(hidden);
                Files.createDirectory(hidden);
                write(hidden);
                Folders.force(hidden);
                Files.move(hidden, shown, StandardCopyOption.ATOMIC_MOVE);
            }
            Fsync.folder(out);
            new LatestLink(out).point();
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "cannot publish to " + shown + " (" + OutsideFailure.describe(e) + ")",
                    "Make room and check that the folder may be written, then run \"headroom jobs restart\".",
                    e);
        }
        night.layers().removeOldSnapshots();
        night.keeping().keep();
        new Retention(out, night.project().name(), night.project().keep()).apply(work.runName());
        work.outcome(new Outcome.Published(work.runName()));
        night.progress().advance(1);
    }

    private void write(Path folder) throws IOException {
        LocalDate date = LocalDate.parse(night.request().date());
        String runId = night.inputs().read().key().substring(0, 12);
        List<DataIssue> issues = issues();
        writeExplanations(new ExplanationFiles(folder.resolve("explanations")));
        PublishSpec publish = night.project().publish();
        Map<Path, String> digests = new HashMap<>();
        Map<String, String> dbfNames = new HashMap<>();
        List<Manifest.ColumnEntry> columns;
        GateTally tally;
        try (RankingFiles files = new RankingFiles(night)) {
            RankedTable table = files.table(publish, runId);
            Publication ranking = new Publication(
                    table, issues, date, folder, BASE_NAME, night.request().threads());
            for (ExportFormat format : ExportFormat.all()) {
                if (publish.formats().contains(format.id())) {
                    ExportResult written = format.write(ranking);
                    written.files().forEach(file -> digests.put(file.file(), file.sha256()));
                    dbfNames.putAll(written.shortNames());
                }
            }
            columns = table.columns().stream()
                    .map(column -> new Manifest.ColumnEntry(column.name(), dbfNames.getOrDefault(column.name(), "")))
                    .toList();
            tally = files.tally();
        }
        IssuesCsv.write(issues, folder.resolve(ISSUES));
        Path manifest = folder.resolve(Manifest.FILE);
        Json.write(manifest, new ManifestMaker(night).make(folder, digests, runId, tally, columns, issues));
        Files.writeString(
                folder.resolve(Manifest.DIGEST_FILE),
                Digests.line(Digests.ofFile(manifest), Manifest.FILE),
                StandardCharsets.UTF_8);
    }

    private void writeExplanations(ExplanationFiles to) throws IOException {
        Files.createDirectories(to.records());
        Folders.link(work.sites(), to.sites());
        Folders.link(work.measurements(), to.measurements());
        Folders.link(work.scores(), to.scores());
        Folders.copy(night.project().policyFolder(), to.policy());
        Files.createLink(to.order(), work.order());
        to.writeLayers(night.layers().all());
    }

    private List<DataIssue> issues() {
        List<DataIssue> issues = new ArrayList<>();
        for (LoadedLayer layer : night.layers().all()) {
            issues.addAll(layer.issues());
        }
        issues.addAll(Json.read(work.candidates(), Candidates.Collected.class).issues());
        FaultFiles.read(work.faults()).stream().map(ModuleFault::toIssue).forEach(issues::add);
        return issues;
    }
}
