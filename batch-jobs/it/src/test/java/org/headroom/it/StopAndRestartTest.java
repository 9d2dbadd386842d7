package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed or stopped goes on where it was, also inside a partitioned step, and ends in the same bytes. */
class StopAndRestartTest {
    /** Small blocks and a fine grid make the partitioned steps long enough to be hit. */
    private static final String[] SLOW = {"--block-sites", "1", "--threads", "2"};

    @TempDir
    static Path folder;

    private static SampleProject project;
    private static Map<String, String> undisturbed;

    @BeforeAll
    static void undisturbed() {
        project = project("copy");
        undisturbed = Trees.digests(project.ranked(folder.resolve("undisturbed")));
    }

    private static SampleProject project(String name) {
        return new SampleProject(folder.resolve(name)).inProcesses().spacing("7");
    }

    @Test
    void killedInTheMiddleOfMeasuringItGoesOn() throws Exception {
        Path out = folder.resolve("killed");
        Measuring.kill(start(project, out), out);
        Headroom.Result again = Headroom.with("jobs", "restart", "--out", out.toString())
                .inAProcess()
                .done();
        assertThat(again.err()).contains("died; going on with execution 1 in its place");
        assertThat(Trees.digests(out.resolve("2026-06-01-1"))).isEqualTo(undisturbed);
    }

    @Test
    void whatAnotherNightKeepsMeanwhileStandsForWhatIsHalfWritten() throws Exception {
        Path out = folder.resolve("between");
        Measuring.kill(start(project, out), out);
        project.later(out, "--date", "2026-05-31").done();
        Headroom.Result again = project.later(out, SLOW).done();
        assertThat(again.err()).contains("going on with execution");
        assertThat(Trees.digests(out.resolve("2026-06-01-1"))).isEqualTo(undisturbed);
    }

    @Test
    void stoppedBySignalItEndsAtACheckpointAndTheSameCommandGoesOn() throws Exception {
        Path out = folder.resolve("stopped");
        Process process = start(project, out);
        Measuring.await(process, out);
        process.destroy();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(folder.resolve("stopped-log.err"))
                .content()
                .contains("stopping at the next checkpoint")
                .doesNotContain("Exception");
        assertThat(out.resolve("2026-06-01-1")).doesNotExist();
        Headroom.Result again = project.later(out, SLOW).done();
        assertThat(again.err()).contains("going on with execution 1, which was stopped");
        assertThat(again.lastLine()).endsWith("2026-06-01-1");
        assertThat(Trees.digests(out.resolve("2026-06-01-1"))).isEqualTo(undisturbed);
        Headroom.Result history =
                Headroom.with("jobs", "list", "--out", out.toString(), "--json").run();
        assertThat(history.out().lines().filter(line -> line.contains("COMPLETED")))
                .hasSize(1);
        assertThat(history.out().lines().filter(line -> line.contains("STOPPED")))
                .hasSize(1);
    }

    @Test
    void aSourceThatChangesInBetweenIsNotMixedIn() throws Exception {
        Path out = folder.resolve("changed");
        SampleProject changing = project("changing");
        Measuring.kill(start(changing, out), out);
        changing.edit("geodata/catalog/samples/data/zone_prices.csv", text -> text + "\n");
        Headroom.Result restart = Headroom.with("jobs", "restart", "--out", out.toString())
                .inAProcess()
                .run();
        assertThat(restart.exit()).isEqualTo(3);
        assertThat(restart.err()).contains("have changed", "layer zone-prices");
        changing.later(out).done();
    }

    private static Process start(SampleProject project, Path out) {
        return project.later(out, SLOW).start(folder.resolve(out.getFileName() + "-log"));
    }
}
