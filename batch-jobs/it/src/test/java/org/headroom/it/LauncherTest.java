package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a build that is there already: its class archive, and what happens without one. */
class LauncherTest {
    private static final String APP = "20260101T000000-1";
    private static final String VERSION = "headroom ";

    @TempDir
    private Path home;

    private Path app;

    @BeforeEach
    void home() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is a POSIX shell");
        for (String file : List.of("headroom", ".mvn/find-jdk.sh")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.copy(Headroom.HOME.resolve(file), home.resolve(file));
        }
        for (String folder : List.of("geodata", "rules", "plugins", "batch-jobs")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        app = home.resolve("target/headroom").resolve(APP);
        Files.createDirectories(app.resolve("lib"));
        PackedApp.make(app.resolve("lib"));
        Path current = home.resolve("target/headroom/current");
        Files.writeString(current, APP + "\n");
        Files.setLastModifiedTime(
                current,
                FileTime.from(Files.getLastModifiedTime(home.resolve("pom.xml"))
                        .toInstant()
                        .plus(Duration.ofMinutes(1))));
    }

    private Headroom.Result launch(String options, String... arguments) throws IOException, InterruptedException {
        Path out = home.resolve("out.txt");
        Path err = home.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(home.resolve("headroom").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HEADROOM_OPTS", options);
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Headroom.Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private void launchesQuietly() throws IOException, InterruptedException {
        Headroom.Result result = launch("", "--version");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith(VERSION);
        assertThat(result.out().lines()).hasSize(1);
        assertThat(result.exit()).isZero();
    }

    private Path archive() {
        String ending = Runtime.version().feature() >= 25 ? ".aot" : ".jsa";
        return app.resolve("classes-" + System.getProperty("java.runtime.version") + ending);
    }

    private Path making() {
        return app.resolve(archive().getFileName() + ".making");
    }

    /** Waits for the end of the making, which goes on in the background. */
    private void awaitArchive() throws InterruptedException {
        for (int i = 0; i < 3000 && (!Files.exists(archive()) || Files.exists(making())); i++) {
            Thread.sleep(100);
        }
        assertThat(archive()).exists();
        assertThat(making()).doesNotExist();
    }

    @Test
    void archiveIsMadeInTheBackgroundAndUsed() throws IOException, InterruptedException {
        new SampleProject(home);
        launchesQuietly();
        awaitArchive();
        assertThat(archive()).isNotEmptyFile();
        launchesQuietly();

        Path log = home.resolve("loaded.txt");
        launch("-Xlog:class+load:file=" + log, "--version");
        assertThat(Files.readString(log)).containsPattern("org\\.headroom\\.cli\\.Main source: shared objects file");
        // Options that an archive does not fit are taken without it.
        for (String options : List.of("-Xmx40g", "-XX:-UseCompressedOops")) {
            Headroom.Result result = launch(options, "--version");
            assertThat(result.err()).isEmpty();
            assertThat(result.exit()).isZero();
        }

        // What is no archive, and one that was made for other jars, is not used, and nothing is said of it.
        byte[] whole = Files.readAllBytes(archive());
        Files.delete(archive());
        Files.write(archive(), new byte[100_000]);
        launchesQuietly();
        Files.write(archive(), whole);
        Path jar = app.resolve("lib/headroom-cli-0.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        launchesQuietly();
        assertThat(making()).doesNotExist();
    }

    @Test
    void withoutASampleThereIsNoArchiveAndNoSecondAttempt() throws IOException, InterruptedException {
        launchesQuietly();
        awaitArchive();
        assertThat(archive()).isEmptyFile();
        launchesQuietly();
        assertThat(making()).doesNotExist();
        assertThat(archive()).isEmptyFile();
    }

    @Test
    void worksWhereNothingCanBeWritten() throws IOException, InterruptedException {
        // A file stands where the folder has to be made; permissions would not hold for a superuser.
        Files.writeString(making(), "");
        launchesQuietly();
        launchesQuietly();
        assertThat(archive()).doesNotExist();
        assertThat(making()).isRegularFile();
    }

    @Test
    void onlyOneProcessMakesTheArchive() throws IOException, InterruptedException {
        Files.createDirectories(making());
        Files.writeString(making().resolve("pid"), ProcessHandle.current().pid() + "\n");
        launchesQuietly();
        assertThat(making().resolve("pid")).exists();
        assertThat(archive()).doesNotExist();

        // A process that died is followed by another one.
        Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        dead.waitFor();
        Files.writeString(making().resolve("pid"), dead.pid() + "\n");
        launchesQuietly();
        awaitArchive();
    }
}
