package org.headroom.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.host.PluginHost;
import org.headroom.jobs.step.BlockStep;
import org.headroom.jobs.step.Blocks;
import org.headroom.model.DataIssue;
import org.headroom.model.HeadroomException;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.WorkFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a night, one by one in this process, without a batch runtime. */
class NightTest {
    @TempDir
    Path folder;

    @Test
    void candidatesAreTheLocatedRecordsOnceEach() {
        TinyProject project = new TinyProject(folder);
        WorkFolder work = project.newRun();
        try (Night night = new Night(work)) {
            night.inputs().take();
            night.collectCandidates();
            assertThat(night.blocks()).isEqualTo(new Blocks(5, 2));
        }
        CandidateReport report = Json.read(work.columns().candidates(), CandidateReport.class);
        assertThat(report.sources()).singleElement().satisfies(source -> {
            assertThat(source.read()).isEqualTo(7);
            assertThat(source.sites()).isEqualTo(5);
            assertThat(source.skipped()).isEqualTo(2);
        });
        assertThat(report.issues())
                .singleElement()
                .extracting(DataIssue::file, DataIssue::record, DataIssue::recordId, DataIssue::reason)
                .containsExactly("lots.csv", 7L, "a", "another candidate before it has the same id");
    }

    @Test
    void rankedByTierThenScoreThenId() {
        PublishedRun run = publish(new TinyProject(folder));
        List<RankedRow> rows = run.head(10);
        assertThat(rows).extracting(RankedRow::siteId).containsExactly("a", "b", "south", "east", "north");
        assertThat(rows.get(0).score()).isCloseTo(100 * 40 / 90.0, within(1e-9));
        assertThat(rows.get(3).scoreLowerBound()).as("unknown").isZero();
        assertThat(rows.get(3).scoreUpperBound()).as("unknown").isEqualTo(100);
    }

    @Test
    void publishedOnceWithAllItsFilesAndFoundAgain() throws IOException {
        TinyProject project = new TinyProject(folder);
        PublishedRun run = publish(project);
        assertThat(run.manifest().counts().ranked()).isEqualTo(4);
        assertThat(run.manifest().counts().excluded()).isEqualTo(1);
        for (var file : run.manifest().files()) {
            assertThat(Digests.ofFile(run.folder().resolve(file.file())))
                    .as(file.file())
                    .isEqualTo(file.sha256());
        }
        assertThat(project.out().resolve(RunFolders.LATEST).toRealPath())
                .isEqualTo(run.folder().toRealPath());
        WorkFolder again = project.newRun();
        try (Night night = new Night(again)) {
            night.inputs().take();
            assertThat(night.inputs().isUnchanged()).isTrue();
        }
        assertThat(again.findOutcome()).contains(new Outcome.Unchanged(run.name()));
    }

    /** As after a power cut: what was done in an earlier process is not what it was. */
    @Test
    void aLostBlockIsMadeAgain() throws IOException {
        Map<String, String> whole = digests(publish(new TinyProject(folder.resolve("whole"))));
        TinyProject project = new TinyProject(folder.resolve("cut"));
        WorkFolder work = project.newRun();
        try (Night night = new Night(work)) {
            night.inputs().take();
            night.collectCandidates();
            process(night, "measure");
        }
        Path column = work.columns().measurementFile(NorthModule.NORTH);
        byte[] bytes = Files.readAllBytes(column);
        Files.write(column, new byte[bytes.length]);
        try (Night night = new Night(work)) {
            process(night, "score");
            night.rank();
            night.publish();
        }
        assertThat(digests(new RunFolders(project.out()).getLatest())).isEqualTo(whole);
    }

    @Test
    void whatEarlierNightsMeasuredIsTaken() {
        TinyProject project = new TinyProject(folder);
        publish(project);
        project.write("policy/policy.yaml", """
                policy: tiny
                version: 1.0.1
                title: Tiny
                rankBy: UPPER_BOUND
                score: {minimum: 0, maximum: 100}
                """);
        WorkFolder work = project.newRun();
        try (Night night = new Night(work)) {
            night.inputs().take();
            night.collectCandidates();
            assertThat(night.hasWork("measure")).isFalse();
            process(night, "score");
            night.rank();
            night.publish();
        }
        assertThat(new RunFolders(project.out()).getLatest().head(10).get(3).score())
                .as("a site of which nothing is known, at its best")
                .isEqualTo(100);
    }

    /** In the second night what is read was measured in the first one. */
    @Test
    void aModuleReadsWhatAnotherMeasured() {
        TinyProject project = new TinyProject(folder);
        for (int times : new int[] {2, 3}) {
            List<RankedRow> rows = publish(project.times(times)).head(10);
            assertThat(rows.get(0).measured().get(TimesNorthModule.TIMES_NORTH))
                    .isEqualTo(new RankedRow.Bounds(40 * times, 40 * times));
            assertThat(rows.get(3).measured()).doesNotContainKey(TimesNorthModule.TIMES_NORTH);
        }
    }

    @Test
    void aRunThatGoesOnRefusesOtherInputs() {
        TinyProject project = new TinyProject(folder);
        WorkFolder work = project.newRun();
        try (Night night = new Night(work)) {
            night.inputs().take();
        }
        project.write("data/lots.csv", "id,name,lon,lat\na,Alpha,-100,40\n");
        try (Night night = new Night(work)) {
            assertThat(night.inputs().areSame()).isFalse();
            assertThatThrownBy(() -> night.inputs().take())
                    .isInstanceOf(HeadroomException.class)
                    .hasMessageContaining("the inputs have changed")
                    .hasMessageContaining("lots");
        }
    }

    @Test
    void aFailureOfAStepIsKeptForWhoeverAsks() {
        TinyProject project = new TinyProject(folder).write("data/lots.csv", "id,name,lon,lat\nlost,Nowhere,,\n");
        WorkFolder work = project.newRun();
        try (Night night = new Night(work)) {
            assertThatThrownBy(() -> night.guard().guard(() -> {
                        night.collectCandidates();
                        return "DONE";
                    }))
                    .isInstanceOf(HeadroomException.class);
        }
        assertThat(work.findOutcome()).get().isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                        failed.message())
                .contains("no candidate sites"));
    }

    @Test
    void theModuleIsFoundAsAnyOther() {
        assertThat(PluginHost.load(folder))
                .extracting(module -> module.module().id())
                .containsExactly("a-times-north", "north");
    }

    private static PublishedRun publish(TinyProject project) {
        WorkFolder work = project.newRun();
        try (Night night = new Night(work)) {
            night.inputs().take();
            night.layers().ids().forEach(night.layers()::load);
            night.collectCandidates();
            process(night, "measure");
            process(night, "score");
            night.rank();
            night.publish();
        }
        assertThat(work.findOutcome()).contains(new Outcome.Published(work.runName()));
        return new RunFolders(project.out()).get(work.runName());
    }

    private static void process(Night night, String step) {
        BlockStep blocks = night.blockStep(step);
        for (int block = 0; block < blocks.blocks().count(); block++) {
            blocks.process(block);
            assertThat(blocks.isSealed(block)).isTrue();
            blocks.done(List.of(block));
        }
    }

    private static Map<String, String> digests(PublishedRun run) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run.folder())) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(run.folder().relativize(file).toString(), Digests.ofFile(file)));
        }
        return digests;
    }
}
