package org.headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.report.data.RunInput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script and the style that lie in the repository are those of their sources, and do in a browser what they are for. */
class PageScriptTest {
    private static final Path BUILT =
            Path.of("src/main/resources/org/headroom/report").toAbsolutePath();
    private static final Path PICTURES = Path.of("target/pictures").toAbsolutePath();

    @TempDir
    private static Path anew;

    @BeforeAll
    static void build() throws Exception {
        Npm.ready();
        Npm.Run build = Npm.node("build.mjs", anew.toString());
        assertThat(build.code()).as(build.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.js", "page.css", "LICENSES.txt"})
    void isBuiltOfItsSources(String file) throws Exception {
        assertThat(Files.mismatch(anew.resolve(file), BUILT.resolve(file)))
                .as("first byte of %s that differs; make it anew as CONTRIBUTING.md says", file)
                .isEqualTo(-1);
    }

    @Test
    void showsInABrowserWhatTheRunExcludes(@TempDir Path folder) throws Exception {
        needBrowser();
        RunInput input = new SmallRun(folder, "").write();
        RunReport.write(input);
        String page =
                input.folder().resolve(RunReport.FOLDER).resolve(RunReport.PAGE).toString();
        Npm.Run run = Npm.node("test/excluded.mjs", page, "s7");
        assertThat(run.code()).as(run.output()).isZero();
    }

    private static void needBrowser() throws Exception {
        Path chromium = Path.of("/usr/bin/chromium");
        Npm.need(
                Files.isExecutable(chromium),
                chromium + " is missing, so the page is not tried in a browser; install chromium");
        Npm.needNode(20);
    }

    @Test
    void holdsInABrowser() throws Exception {
        needBrowser();
        Npm.Run run = Npm.node("test/run.mjs", anew.toString(), PICTURES.toString());
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output().lines()).isNotEmpty().allMatch(line -> line.startsWith("ok "));
    }
}
