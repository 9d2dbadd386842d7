package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A disk that fills up in the middle of a run, for which the test mounts a small file system in memory, and so has to be root: it ends with
 * one message, what was published before stays, and the same command goes on when there is room.
 */
class DiskFullTest {
    /** What the first night leaves. */
    private static final String NIGHT = "night";

    private static final String FIRST = "2026-06-01-1";
    private static final String SECOND = "2026-06-02-1";
    private static final int PLENTY_KIB = 1 << 16;

    @TempDir
    static Path folder;

    private static SampleProject project;
    private static Map<String, String> undisturbed;
    private static Map<String, String> undisturbedSecond;

    private Path disk;

    @BeforeAll
    static void undisturbed() throws Exception {
        Path probe = Files.createDirectory(folder.resolve("probe"));
        assumeTrue(mount(probe, 64), "mounting a small file system takes root");
        unmount(probe);
        project = new SampleProject(folder.resolve("copy")).inProcesses().spacing("7");
        Path out = folder.resolve("undisturbed");
        undisturbed = published(rank(out));
        Trees.copy(out, folder.resolve(NIGHT));
        undisturbedSecond = published(rank(out, "--date", "2026-06-02"));
    }

    /** In a process: a database that has run out of room leaves this JVM nothing to go on with. */
    private static Headroom.Result rank(Path out, String... more) {
        return project.command(out, more).inAProcess().run();
    }

    private static Map<String, String> published(Headroom.Result result) {
        assertThat(result.exit()).as(result.err()).isZero();
        return Trees.digests(Path.of(result.lastLine()));
    }

    @AfterEach
    void unmount() throws Exception {
        unmount(disk);
    }

    private static IntStream firstRuns() {
        return Headroom.IS_LONG ? IntStream.of(48, 256, 2000, 3500, 4500) : IntStream.of(48, 2000, 4500);
    }

    /** From next to nothing, where the job repository cannot even be made, to all but enough. */
    @ParameterizedTest
    @MethodSource("firstRuns")
    void theFirstRun(int kib) throws Exception {
        disk = Files.createDirectory(folder.resolve("first-" + kib));
        assertThat(mount(disk, kib)).isTrue();
        Headroom.Result full = rank(disk);
        assertThat(full.exit()).as(full.err()).isIn(kib < 200 ? 3 : 6, 6);
        assertSpeaksOfTheDisk(full);
        assertThat(disk.resolve(FIRST)).doesNotExist();
        assertThat(resize(disk, PLENTY_KIB)).isTrue();
        assertThat(published(rank(disk))).isEqualTo(undisturbed);
    }

    /** The night after finds some room, which ends in a later step each time. */
    @ParameterizedTest
    @CsvSource({"16", "300", "1000"})
    void theNightAfter(int freeKib) throws Exception {
        disk = Files.createDirectory(folder.resolve("after-" + freeKib));
        assertThat(mount(disk, PLENTY_KIB)).isTrue();
        Trees.copy(folder.resolve(NIGHT), disk);
        long used = usedKib(disk);
        assertThat(resize(disk, used + freeKib)).isTrue();
        Headroom.Result full = rank(disk, "--date", "2026-06-02");
        assertThat(full.exit()).as(full.err()).isIn(3, 6);
        assertSpeaksOfTheDisk(full);
        assertThat(disk.resolve(SECOND)).doesNotExist();
        assertThat(Trees.digests(disk.resolve(FIRST))).isEqualTo(undisturbed);
        assertThat(resize(disk, PLENTY_KIB)).isTrue();
        assertThat(published(rank(disk, "--date", "2026-06-02"))).isEqualTo(undisturbedSecond);
    }

    private static void assertSpeaksOfTheDisk(Headroom.Result full) {
        assertThat(full.err()).containsPattern("no space left|full|No space left");
        assertThat(full.err())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("internal error");
        assertThat(full.err().lines().filter(line -> line.startsWith("headroom: ")))
                .as(full.err())
                .hasSizeLessThanOrEqualTo(2);
        assertThat(full.out()).isEmpty();
    }

    private static long usedKib(Path disk) throws IOException {
        var store = Files.getFileStore(disk);
        return (store.getTotalSpace() - store.getUnallocatedSpace()) / 1024;
    }

    private static boolean mount(Path at, long kib) throws Exception {
        return run("mount", "-t", "tmpfs", "-o", "size=" + kib + "k", "headroom-test", at.toString());
    }

    private static boolean resize(Path at, long kib) throws Exception {
        return run("mount", "-o", "remount,size=" + kib + "k", at.toString());
    }

    private static void unmount(Path at) throws Exception {
        run("umount", at.toString());
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no such command here.
            return false;
        }
    }
}
