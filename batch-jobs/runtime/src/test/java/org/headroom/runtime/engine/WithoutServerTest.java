package org.headroom.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.headroom.runtime.fixture.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An installation without the jars for PostgreSQL. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WithoutServerTest {
    private static final String CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().contains("postgres"))
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    Path temp;

    @Test
    void keepsItsJobsInTheFolder() throws Exception {
        Process child = Child.launch(CLASS_PATH, temp.resolve("runs"), temp, "start", "");
        assertThat(child.waitFor()).as(log()).isZero();
    }

    @Test
    void saysWhatIsMissingWhenAServerIsAskedFor() throws Exception {
        Process child = Child.launch(CLASS_PATH, temp.resolve("runs"), temp, "start", "jdbc:postgresql://127.0.0.1/x");
        assertThat(child.waitFor()).as(log()).isNotZero();
        assertThat(log())
                .contains("jobs are to be kept on a PostgreSQL server, and this installation has no driver for one");
    }

    private String log() throws Exception {
        return Files.readString(temp.resolve("child-start.log"));
    }
}
