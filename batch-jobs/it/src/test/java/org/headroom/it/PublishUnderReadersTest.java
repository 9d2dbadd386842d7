package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.headroom.cli.Program;
import org.headroom.cli.frame.Surroundings;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers find a whole run through {@code latest} while runs are published one after the other. Each run is of another day, which stands in
 * all of its files, so that a mixed set shows. The long form is {@code -Dheadroom.long=true}, a finer setting
 * {@code headroom.publishes}.
 */
class PublishUnderReadersTest {
    private static final int PUBLISHES = Integer.getInteger("headroom.publishes", Headroom.IS_LONG ? 100 : 8);
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final Path OGRINFO = Path.of("/usr/bin/ogrinfo");

    @TempDir
    Path folder;

    private final AtomicBoolean done = new AtomicBoolean();
    private Path out;
    private SampleProject project;

    @Test
    void noReaderEverFindsAMixedOrMissingSet() throws Exception {
        boolean found = Files.isExecutable(OGRINFO);
        assertThat(found || !"true".equals(System.getenv("CI")))
                .as(OGRINFO + " is missing: install gdal-bin")
                .isTrue();
        assumeTrue(found, OGRINFO + " is missing; install gdal-bin");
        out = folder.resolve("runs");
        project = new SampleProject(folder.resolve("copy")).project(text -> text + "keep: {runs: 20}\n");
        EarlierNight.lay(out);
        publish(0);
        ExecutorService readers = Executors.newFixedThreadPool(3);
        AtomicInteger careful = new AtomicInteger();
        AtomicInteger plain = new AtomicInteger();
        AtomicInteger manifests = new AtomicInteger();
        List<Future<?>> reading = new ArrayList<>();
        reading.add(readers.submit(() -> loop(careful, this::readOneRun)));
        reading.add(readers.submit(() -> loop(plain, this::readThroughTheLink)));
        reading.add(readers.submit(() -> loop(manifests, new ManifestReader()::read)));
        try {
            for (int day = 1; day < PUBLISHES; day++) {
                publish(day);
            }
        } finally {
            done.set(true);
            readers.shutdown();
        }
        assertThat(readers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        for (Future<?> reader : reading) {
            reader.get();
        }
        System.out.println(PUBLISHES + " publishes under " + careful + " whole sets, " + plain + " sets by the link, "
                + manifests + " manifests: none mixed or missing");
        assertThat(careful).hasPositiveValue();
        assertThat(plain).hasPositiveValue();
        assertThat(manifests).hasPositiveValue();
        assertThat(Files.readSymbolicLink(out.resolve("latest")))
                .isEqualTo(Path.of(FIRST.plusDays(PUBLISHES - 1L) + "-1"));
    }

    /** In this JVM, as one in a process of its own would take most of the time to start. */
    private void publish(int day) {
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said);
        Surroundings surroundings = new Surroundings(Headroom.HOME, Clock.systemUTC(), to, to, Map.of(), false, false);
        int exit = new Program(surroundings)
                .run(
                        "rank",
                        "--project",
                        project.projectFile().toString(),
                        "--out",
                        out.toString(),
                        "--date",
                        FIRST.plusDays(day).toString());
        assertThat(exit).as(said.toString()).isZero();
    }

    private interface Reading {
        void read() throws Exception;
    }

    private Void loop(AtomicInteger count, Reading reading) throws Exception {
        while (!done.get()) {
            reading.read();
            count.incrementAndGet();
        }
        return null;
    }

    /** As a careful reader does: the link is followed once, and then all is read of one run. */
    private void readOneRun() throws Exception {
        Path run = out.resolve("latest").toRealPath();
        String day = run.getFileName().toString().substring(0, 10);
        Manifest manifest = new PublishedRun(run).manifest();
        assertThat(manifest.evaluationDate()).isEqualTo(day);
        String info = ogrinfo(run.resolve("ranked.shp"));
        long sites = manifest.counts().ranked() + manifest.counts().excluded();
        assertThat(info).contains("Feature Count: " + sites, "DBF_DATE_LAST_UPDATE=" + day);
        for (Manifest.FileEntry file : manifest.files()) {
            assertThat(Digests.ofFile(run.resolve(file.file()))).as(file.file()).isEqualTo(file.sha256());
        }
    }

    /** May take .shp of one run and .dbf of the next; both are there at any moment. */
    private void readThroughTheLink() throws Exception {
        assertThat(ogrinfo(out.resolve("latest/ranked.shp"))).contains("Feature Count: ");
    }

    /** Sees one whole manifest after the other, and never an older one again. */
    private final class ManifestReader {
        private String last = "";

        void read() {
            String day = new PublishedRun(out.resolve("latest")).manifest().evaluationDate();
            assertThat(day).isGreaterThanOrEqualTo(last);
            last = day;
        }
    }

    private static String ogrinfo(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(OGRINFO.toString(), "-ro", "-al", "-so", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("ERROR", "Warning");
        return said;
    }
}
