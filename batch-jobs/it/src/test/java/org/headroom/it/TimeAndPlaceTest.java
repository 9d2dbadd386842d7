package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks, time zones and languages that change between a run and its restart change nothing in what is published. */
class TimeAndPlaceTest {
    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, tr-TR, America/New_York, ar-EG",
        "Asia/Kathmandu, th-TH-u-ca-buddhist-nu-thai, Europe/Istanbul, tr-TR",
        "America/St_Johns, ar-EG, UTC, th-TH-u-ca-buddhist"
    })
    void zoneAndLanguageChangeInBetween(String zone, String language, String zoneAfter, String languageAfter)
            throws Exception {
        Path out = folder.resolve(language);
        killWhileMeasuring(in(rank(out), zone, language), out);
        Headroom.Result again = in(rank(out), zoneAfter, languageAfter).done();
        assertThat(again.err()).contains("died; going on with execution 1 in its place");
        assertThat(again.lastLine()).endsWith(Undisturbed.RUN);
        Undisturbed.assertIn(out);
        Headroom.Result list = in(Headroom.with("jobs", "list", "--out", out.toString()), zone, language)
                .run();
        assertThat(list.out()).contains("COMPLETED").containsPattern("20[0-9-]+T[0-9:]+Z");
    }

    /** Two hours back, as a clock that was wrong is set right in the middle of the night. */
    @Test
    void theClockGoesBackBetweenARunAndItsRestart() throws Exception {
        assumeTrue(hasFaketime(), "faketime is not installed");
        Path out = folder.resolve("clock");
        killWhileMeasuring(rank(out), out);
        Headroom.Result again = back(rank(out)).done();
        assertThat(again.err()).contains("going on with execution 1");
        Undisturbed.assertIn(out);
        Headroom.Result unchanged = back(rank(out)).run();
        assertThat(unchanged.exit()).isZero();
        assertThat(unchanged.err()).contains("nothing has changed");
        Headroom.Result list =
                Headroom.with("jobs", "list", "--out", out.toString()).run();
        List<String> lines = list.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("COMPLETED");
        assertThat(lines.get(2).strip()).startsWith("1 ");
    }

    @Test
    void aLeapDay() {
        Path out = folder.resolve("leap");
        SampleProject sample = new SampleProject(folder.resolve("sample"));
        sample.later(out, "--date", "2028-02-29").done();
        // Before that day it is a what-if.
        assertThat(Stream.of("2028-02-29-1", "what-if/2028-02-29-1").map(out::resolve))
                .anyMatch(run -> Files.exists(run.resolve("manifest.json")));
        Headroom.Result none = sample.rank(out, "--date", "2027-02-29");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("2027-02-29");
    }

    private static Headroom rank(Path out) {
        return Undisturbed.project().later(out, "--block-sites", "1");
    }

    private static Headroom in(Headroom headroom, String zone, String language) {
        String[] parts = language.split("-", 3);
        return headroom.environment("TZ", zone)
                .environment("LC_ALL", parts[0] + "_" + parts[1] + ".UTF-8")
                .jvm("-Duser.timezone=" + zone, "-Duser.language=" + parts[0], "-Duser.country=" + parts[1])
                .jvm(parts.length == 3 ? "-Duser.extensions=" + parts[2] : "-Dheadroom.test=none");
    }

    private static Headroom back(Headroom headroom) {
        return headroom.through("faketime", "-f", "-2h")
                .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // Else threads of the JVM that wait for some time do not, and take all processors.
                .environment("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    private static boolean hasFaketime() {
        try {
            return new ProcessBuilder("faketime", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static void killWhileMeasuring(Headroom headroom, Path out) throws Exception {
        Measuring.kill(headroom.start(folder.resolve(out.getFileName() + "-log")), out);
    }
}
