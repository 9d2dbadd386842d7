package org.headroom.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.Holder;
import org.headroom.runtime.OutputBusyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    private static final String HOLDER =
            "process 12 on night-1, started 2026-06-01T02:00:00Z, holder since 2026-06-01T02:00:01Z";

    private final StringWriter err = new StringWriter();
    private final Failures failures = new Failures(new Surroundings(
            Path.of("home"),
            Clock.systemUTC(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            Map.of(),
            false,
            false));

    @ParameterizedTest
    @CsvSource({"CONFIG, 3", "DATA, 3", "POLICY, 3", "PLUGIN, 3", "EXTERNAL, 3", "INTERNAL, 1"})
    void aFamilyGivesTheExitCode(FailureFamily family, int code) {
        assertThat(failures.report(new HeadroomException(family, "a.yaml line 3: no", "Mend it.")))
                .isEqualTo(code);
        assertThat(err.toString().lines()).containsExactly("headroom: a.yaml line 3: no", "Mend it.");
    }

    @Test
    void aHeapThatIsTooSmallIsToldWhateverTookItForAFailureOfItsOwn() {
        HeadroomException failure = new HeadroomException(
                FailureFamily.EXTERNAL,
                "the database cannot be opened",
                "Check the disk.",
                new IllegalStateException(new OutOfMemoryError("Java heap space")));
        assertThat(failures.report(failure)).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString())
                .contains("MiB of memory", "HEADROOM_OPTS=-Xmx")
                .doesNotContain("Check the disk");
    }

    @Test
    void aDefectLeavesItsTraceInAFile() throws Exception {
        assertThat(failures.report(new IllegalStateException("oops"))).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("oops").doesNotContain("\tat ");
        String last = err.toString().strip();
        Path log = Path.of(last.substring(last.lastIndexOf(' ') + 1, last.length() - 1));
        assertThat(Files.readString(log)).contains("java.lang.IllegalStateException: oops", "\tat ");
        Files.delete(log);
    }

    @Test
    void aFolderThatIsHeldIsNamed() {
        OutputBusyException busy = new OutputBusyException(Path.of("my-runs"), Holder.parse(HOLDER));
        assertThat(failures.report(busy)).isEqualTo(ExitCode.BUSY);
        assertThat(err.toString()).contains("another run holds the output folder my-runs (" + HOLDER + ")");
    }
}
