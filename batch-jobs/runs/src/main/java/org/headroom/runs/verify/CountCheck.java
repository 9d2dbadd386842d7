package org.headroom.runs.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.headroom.columns.TextFile;
import org.headroom.export.geopackage.PublishedGeoPackage;
import org.headroom.export.issues.IssuesCsv;
import org.headroom.export.shapefile.PublishedShapefile;
import org.headroom.model.GateAnswer;
import org.headroom.runs.CandidateCounts;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.GateTally;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.Json;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;

/** Counts again from the files all that the manifest counts, and adds up what must add up. */
final class CountCheck {
    private final Subject subject;
    private final Manifest manifest;
    private final ExplanationFiles files;
    private final Findings findings;

    CountCheck(Subject subject) {
        this.subject = subject;
        this.manifest = subject.manifest();
        this.files = subject.files();
        this.findings = new Findings(subject);
    }

    CheckResult check() {
        findings.look(List.of(Manifest.FILE), this::addUp);
        findings.look(List.of(Subject.CANDIDATES), this::candidates);
        findings.look(List.of(Subject.SCORES, Subject.SITES), this::sites);
        findings.look(List.of(Subject.LAYERS, Subject.RECORDS), this::layers);
        findings.look(List.of(PublishedRun.ISSUES), this::issues);
        if (isPublished(".shp")) {
            findings.look(List.of(PublishedRun.BASE_NAME), this::shapefile);
        }
        if (isPublished(".gpkg")) {
            findings.look(List.of(PublishedRun.BASE_NAME + ".gpkg"), this::geoPackage);
        }
        Manifest.Counts counts = manifest.counts();
        return findings.result(
                "counts",
                counts.read() + " read = " + counts.ranked() + " ranked + " + counts.excluded() + " excluded + "
                        + counts.skipped() + " skipped; " + manifest.issues() + " issues");
    }

    private boolean isPublished(String extension) {
        return manifest.files().stream().anyMatch(file -> file.file().equals(PublishedRun.BASE_NAME + extension));
    }

    private long placed() {
        return manifest.counts().ranked() + manifest.counts().excluded();
    }

    private void addUp() {
        Manifest.Counts counts = manifest.counts();
        Manifest.GateCounts gates = manifest.gates();
        equal("counts: read", counts.read(), "ranked + excluded + skipped", placed() + counts.skipped());
        equal("gates: fail", gates.fail(), "excluded", counts.excluded());
        equal("gates but fail", gates.pass() + gates.conditional() + gates.unknown(), "ranked", counts.ranked());
        equal("candidates: read", sum(CandidateCounts::read), "counts: read", counts.read());
        equal("candidates: sites", sum(CandidateCounts::sites), "ranked + excluded", placed());
        equal("candidates: skipped", sum(CandidateCounts::skipped), "counts: skipped", counts.skipped());
        for (Manifest.LayerEntry layer : manifest.layers()) {
            equal("layer " + layer.layer() + ": read", layer.read(), "used + skipped", layer.used() + layer.skipped());
        }
    }

    private long sum(ToLongFunction<CandidateCounts> count) {
        return manifest.candidates().stream().mapToLong(count).sum();
    }

    private void equal(String one, long oneCount, String other, long otherCount) {
        if (oneCount != otherCount) {
            findings.add(Manifest.FILE, one + " is " + oneCount + ", but " + other + " is " + otherCount);
        }
    }

    private void candidates() {
        List<CandidateCounts> collected =
                Json.read(files.candidates(), CandidateReport.class).sources();
        if (!collected.equals(manifest.candidates())) {
            findings.add(Subject.CANDIDATES, "counts other candidates than the manifest");
        }
    }

    private void sites() {
        try (SiteStore sites = new SiteStore(files.sites());
                ScoreFile scores =
                        ScoreFile.openForReading(files.scoreFile(), sites.size(), ScoreLayout.read(files.scores()))) {
            findings.expect(Subject.SITES, "sites", sites.size(), placed());
            GateTally tally = GateTally.of(scores, sites.size());
            Manifest.GateCounts gates = manifest.gates();
            findings.expect(Subject.SCORES, "sites with PASS", tally.count(GateAnswer.PASS), gates.pass());
            findings.expect(
                    Subject.SCORES, "sites with CONDITIONAL", tally.count(GateAnswer.CONDITIONAL), gates.conditional());
            findings.expect(Subject.SCORES, "sites with UNKNOWN", tally.count(GateAnswer.UNKNOWN), gates.unknown());
            findings.expect(Subject.SCORES, "sites with FAIL", tally.count(GateAnswer.FAIL), gates.fail());
        }
    }

    private void layers() {
        ExplanationFiles.LayerEntry[] layers = files.readLayers();
        findings.expect(
                Subject.LAYERS, "layers", layers.length, manifest.layers().size());
        for (int ordinal = 0;
                ordinal < Math.min(layers.length, manifest.layers().size());
                ordinal++) {
            Manifest.LayerEntry counted = manifest.layers().get(ordinal);
            age(counted);
            if (!layers[ordinal].layer().equals(counted.layer())) {
                findings.add(
                        Subject.LAYERS,
                        "has layer " + layers[ordinal].layer() + " where the manifest has " + counted.layer());
            } else if (layers[ordinal].hasRecords()) {
                String name = Integer.toString(ordinal);
                try (TextFile records = new TextFile(files.records(), name)) {
                    findings.expect(
                            Subject.RECORDS + "/" + name + ".end",
                            "records of layer " + counted.layer(),
                            records.size(),
                            counted.used());
                }
            }
        }
    }

    private void age(Manifest.LayerEntry layer) {
        if (layer.ageDays() == null) {
            return;
        }
        try {
            long days =
                    ChronoUnit.DAYS.between(LocalDate.parse(layer.asOf()), LocalDate.parse(manifest.evaluationDate()));
            findings.expect(Manifest.FILE, "days since " + layer.layer() + " was so", days, layer.ageDays());
        } catch (DateTimeParseException e) {
            findings.add(Manifest.FILE, "gives layer " + layer.layer() + " an age, but no day to count it from");
        }
    }

    private void issues() throws IOException {
        Path file = subject.folder().resolve(PublishedRun.ISSUES);
        findings.expect(PublishedRun.ISSUES, "issues", IssuesCsv.count(file), manifest.issues());
    }

    private void shapefile() throws IOException {
        try (PublishedShapefile table =
                PublishedShapefile.open(subject.folder(), PublishedRun.BASE_NAME, manifest.dbfNames())) {
            List<String> disagreements = new ArrayList<>(table.disagreements());
            disagreements.forEach(disagreement -> findings.add(table.file(), disagreement));
            findings.expect(table.file(), "records", table.rows(), placed());
        }
    }

    private void geoPackage() throws IOException {
        try (PublishedGeoPackage table =
                PublishedGeoPackage.open(subject.folder().resolve(PublishedRun.BASE_NAME + ".gpkg"))) {
            findings.expect(table.file(), "ranked rows", table.rows(), placed());
            findings.expect(table.file(), "issues", table.issues(), manifest.issues());
        }
    }
}
