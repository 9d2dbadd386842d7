package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command line. What needs nothing of a process of its own is run in this JVM; all else is started as users start it, with the class path
 * of the build.
 */
final class Headroom {
    /** The checkout. */
    static final Path HOME = home();

    private static final Path SAMPLE = HOME.resolve("geodata/catalog/samples/headroom.yaml");

    /** Whether tests that have a long form run it: {@code -Dheadroom.long=true}. */
    static final boolean IS_LONG = Boolean.getBoolean("headroom.long");

    private final List<String> arguments = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();
    private final List<String> jvm = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<List<String>> start = Optional.empty();
    private Optional<Path> folder = Optional.empty();
    private boolean isProcess;
    private Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    private Headroom(String... arguments) {
        this.arguments.addAll(List.of(arguments));
    }

    static Headroom with(String... arguments) {
        return new Headroom(arguments);
    }

    /** A command on the project of the made-up region. */
    static Headroom sample(String... arguments) {
        return with(arguments).and("--project", SAMPLE.toString());
    }

    /** What a process printed and how it ended. */
    record Result(int exit, String out, String err) {
        /** The last line of stdout. */
        String lastLine() {
            List<String> lines = out.lines().toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }

    /** More arguments. */
    Headroom and(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** A command that starts the JVM in other circumstances. */
    Headroom through(String... command) {
        prefix.addAll(List.of(command));
        return inAProcess();
    }

    Headroom jvm(String... options) {
        jvm.addAll(List.of(options));
        return inAProcess();
    }

    Headroom environment(String name, String value) {
        environment.put(name, value);
        isProcess |= !name.equals("HEADROOM_HOME");
        return this;
    }

    /** An environment variable that commands are given by {@code Main}, which takes no process. */
    Headroom variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Where the process itself is what is tested, or is harmed. */
    Headroom inAProcess() {
        isProcess = true;
        return this;
    }

    /** The folder that relative paths start from. */
    Headroom in(Path workingFolder) {
        folder = Optional.of(workingFolder);
        return inAProcess();
    }

    /** Another JDK than that of the tests. */
    Headroom java(Path executable) {
        java = executable;
        return startedBy(QuickStart.classPath());
    }

    /** Class path and what else a JVM needs to find the classes, in place of {@link QuickStart}. */
    Headroom startedBy(List<String> options) {
        start = Optional.of(options);
        return inAProcess();
    }

    /** Runs to the end; fails when it takes longer than five minutes. */
    Result run() {
        return isProcess
                ? runProcess()
                : InThisJvm.run(
                        Path.of(environment.getOrDefault("HEADROOM_HOME", HOME.toString())), arguments, environment);
    }

    /** Runs to the end, which must be a good one. */
    Result done() {
        Result result = run();
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        return result;
    }

    /** Ranks; gives the folder of the run. */
    Path ranked() {
        return Path.of(done().lastLine());
    }

    private Result runProcess() {
        try {
            Path out = Files.createTempFile("headroom", ".out");
            Path err = Files.createTempFile("headroom", ".err");
            Process process = builder(out, err).start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(arguments + " did not end:\n" + Files.readString(err));
            }
            Result result = new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts and does not wait; what it prints goes to files beside {@code log}. */
    Process start(Path log) {
        try {
            return builder(
                            log.resolveSibling(log.getFileName() + ".out"),
                            log.resolveSibling(log.getFileName() + ".err"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(Path out, Path err) {
        List<String> command = new ArrayList<>(prefix);
        command.add(java.toString());
        // Most of these runs are over before the second compiler has begun to pay.
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(start.orElseGet(QuickStart::options));
        command.add("org.headroom.cli.Main");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        folder.ifPresent(path -> builder.directory(path.toFile()));
        builder.environment().put("HEADROOM_HOME", HOME.toString());
        builder.environment().put("HEADROOM_DATA", "");
        // The same user as the JVM of the tests, and not the one who runs them.
        builder.environment().put("HEADROOM_USER_HOME", System.getProperty("headroom.home"));
        builder.environment().putAll(environment);
        return builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    }

    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("geodata/catalog"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests run inside a checkout of Headroom");
            }
        }
        return folder;
    }
}
