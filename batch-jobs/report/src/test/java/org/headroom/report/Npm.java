package org.headroom.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The sources of the page's script in a folder of their own, with what its lock file names. Where there is no npm a test is skipped and says so; in
 * continuous integration it fails.
 */
final class Npm {
    private static final Path SOURCES = Path.of("page");
    private static final Path WORK = Path.of("target", "page").toAbsolutePath();
    private static final int MINUTES = 10;

    private Npm() {}

    /** Installs what the lock file names, if that is not there yet. */
    static void ready() throws IOException, InterruptedException {
        need(found("npm") && found("node"), "npm is missing, so the page's script is not built anew; install npm");
        Path lock = WORK.resolve("package-lock.json");
        boolean isInstalled = Files.exists(WORK.resolve("node_modules/.package-lock.json"))
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
        copySources();
        if (!isInstalled) {
            // Taken away first: an installation that breaks off is then not taken for one that is whole.
            Files.deleteIfExists(WORK.resolve("node_modules/.package-lock.json"));
            Run install = run("npm", "ci", "--prefer-offline");
            need(install.code() == 0, "npm cannot install what the page's script is built with: " + install.output());
        }
    }

    /** Skips the test where the browser cannot be driven: what drives it asks for this much, which not every system has. */
    static void needNode(int major) throws IOException, InterruptedException {
        String version = run("node", "--version").output().strip();
        assumeTrue(
                Integer.parseInt(version.substring(1, version.indexOf('.'))) >= major,
                "node is " + version + ", so the page is not tried in a browser; install node " + major);
    }

    /** Runs a script of the page's sources. */
    static Run node(String... arguments) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("node"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    /** Skips the test, or fails it in continuous integration. */
    static void need(boolean isGiven, String otherwise) {
        if (!isGiven && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(otherwise);
        }
        assumeTrue(isGiven, otherwise);
    }

    private static boolean found(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void copySources() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(SOURCES)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> !SOURCES.relativize(file).startsWith("node_modules"))
                    .toList();
        }
        for (Path file : files) {
            Path copy = WORK.resolve(SOURCES.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("npm", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(WORK.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** How a command ended, and what it printed. */
    record Run(int code, String output) {}
}
