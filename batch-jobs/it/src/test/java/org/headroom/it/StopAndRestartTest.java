package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed or stopped goes on where it was, also inside a partitioned step, and ends in the same bytes. */
class StopAndRestartTest {
    @TempDir
    static Path folder;

    @Test
    void killedInTheMiddleOfMeasuringItGoesOn() throws Exception {
        Path out = folder.resolve("killed");
        Measuring.kill(start(Undisturbed.project(), out), out);
        Headroom.Result again = Headroom.with("jobs", "restart", "--out", out.toString())
                .inAProcess()
                .done();
        assertThat(again.err()).contains("died; going on with execution 1 in its place");
        Undisturbed.assertIn(out);
    }

    @Test
    void whatAnotherNightKeepsMeanwhileStandsForWhatIsHalfWritten() throws Exception {
        Path out = folder.resolve("between");
        Measuring.kill(start(Undisturbed.project(), out), out);
        Undisturbed.project().later(out, "--date", "2026-05-31").done();
        Headroom.Result again =
                Undisturbed.project().later(out, Undisturbed.SLOW).done();
        assertThat(again.err()).contains("going on with execution");
        Undisturbed.assertIn(out);
    }

    @Test
    void stoppedBySignalItEndsAtACheckpointAndTheSameCommandGoesOn() throws Exception {
        Path out = folder.resolve("stopped");
        Process process = start(Undisturbed.project(), out);
        Measuring.await(process, out);
        process.destroy();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(folder.resolve("stopped-log.err"))
                .content()
                .contains("stopping at the next checkpoint")
                .doesNotContain("Exception");
        assertThat(out.resolve(Undisturbed.RUN)).doesNotExist();
        Headroom.Result again =
                Undisturbed.project().later(out, Undisturbed.SLOW).done();
        assertThat(again.err()).contains("going on with execution 1, which was stopped");
        assertThat(again.lastLine()).endsWith(Undisturbed.RUN);
        Undisturbed.assertIn(out);
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
        SampleProject changing = Undisturbed.copy(folder.resolve("changing"));
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
        return project.later(out, Undisturbed.SLOW).start(folder.resolve(out.getFileName() + "-log"));
    }
}
