package org.headroom.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headroom.export.Fsync;
import org.headroom.export.GeoPackageWriter;
import org.headroom.export.IssuesCsv;
import org.headroom.export.RankedTable;
import org.headroom.export.ShapefileWriter;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleFault;
import org.headroom.jobs.file.Folders;
import org.headroom.jobs.file.Json;
import org.headroom.jobs.night.Candidates;
import org.headroom.jobs.night.NightRun;
import org.headroom.jobs.run.ExplanationFiles;
import org.headroom.jobs.run.Manifest;
import org.headroom.jobs.store.ColumnNaming;
import org.headroom.jobs.store.MeasurementFile;
import org.headroom.jobs.store.OrderFile;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.jobs.work.Outcome;
import org.headroom.jobs.work.WorkFolder;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.Criterion;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * The last step: writes the run to a hidden folder beside the published ones, makes it durable, and shows it by one rename. Done again
 * after a stop, it begins anew.
 */
public final class Publishing {
    private final NightRun night;
    private final WorkFolder work;

    public Publishing(NightRun night) {
        this.night = night;
        this.work = night.work();
    }

    public void publish() {
        Path out = night.request().out();
        Path hidden = out.resolve("." + work.runName() + ".publishing");
        Path shown = out.resolve(work.runName());
        night.progress().begin("publish", 1);
        try {
            Folders.delete(hidden);
            Files.createDirectory(hidden);
            write(hidden);
            Folders.force(hidden);
            Files.move(hidden, shown, StandardCopyOption.ATOMIC_MOVE);
            Fsync.folder(out);
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "cannot publish to " + shown + " (" + e + ")",
                    "Make room and check that the folder may be written, then run \"headroom jobs restart\".",
                    e);
        }
        night.layers().removeOldSnapshots();
        work.outcome(new Outcome.Published(work.runName()));
        night.progress().advance(1);
    }

    private void write(Path folder) throws IOException {
        LocalDate date = LocalDate.parse(night.request().date());
        String runId = night.inputs().read().key().substring(0, 12);
        List<DataIssue> issues = issues();
        writeExplanations(new ExplanationFiles(folder.resolve("explanations")));
        int sites = night.sites().size();
        GateTally tally;
        try (ScoreFile scores = ScoreFile.openForReading(ColumnNaming.scores(work.scores()), sites, night.policy())) {
            RankedTable table = new RankedColumns(night.sites(), OrderFile.read(work.order()), scores, night.policy())
                    .table(measured(sites), runId);
            ShapefileWriter.write(table, date, folder, "ranked");
            GeoPackageWriter.write(table, issues, date, folder, "ranked");
            tally = GateTally.of(scores.gates(), sites);
        }
        IssuesCsv.write(issues, folder.resolve("issues.csv"));
        Json.write(folder.resolve(Manifest.FILE), new ManifestMaker(night).make(folder, runId, tally, issues));
    }

    private void writeExplanations(ExplanationFiles to) throws IOException {
        Files.createDirectories(to.records());
        Folders.link(work.sites(), to.sites());
        Folders.link(work.measurements(), to.measurements());
        Folders.link(work.scores(), to.scores());
        Folders.copy(night.project().policyFolder(), to.policy());
        Files.copy(work.order(), to.order());
        to.writeLayers(night.layers().all());
    }

    private List<RankedColumns.Measured> measured(int sites) {
        List<RankedColumns.Measured> measured = new ArrayList<>();
        for (InstalledModule module : night.modules()) {
            for (Criterion criterion : module.module().criteria()) {
                try (MeasurementFile file = MeasurementFile.openForReading(
                        ColumnNaming.measurements(work.measurements(), criterion.id()), sites)) {
                    measured.add(new RankedColumns.Measured(criterion, file.lowers(), file.uppers()));
                }
            }
        }
        return measured;
    }

    private List<DataIssue> issues() {
        List<DataIssue> issues = new ArrayList<>();
        for (LoadedLayer layer : night.layers().all()) {
            issues.addAll(layer.issues());
        }
        issues.addAll(Json.read(work.candidates(), Candidates.Collected.class).issues());
        if (Files.exists(work.measurementIssues())) {
            Arrays.stream(Json.read(work.measurementIssues(), ModuleFault[].class))
                    .map(ModuleFault::toIssue)
                    .forEach(issues::add);
        }
        return issues;
    }
}
