package org.headroom.it;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code killat.c}, which kills the process that it is loaded into at a chosen call. */
record KillLibrary(Path file) {
    /** A call that was made. */
    record Made(String call, String path) {}

    /** Compiles it; gives none where there is no C compiler or no Linux, which is a failure in the builds that are counted on. */
    static Optional<KillLibrary> compile(Path folder) throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return none("this is not Linux");
        }
        Path source = Headroom.HOME.resolve("batch-jobs/it/src/test/c/killat.c");
        Path library = folder.resolve("killat.so");
        Path log = folder.resolve("gcc.log");
        try {
            Process gcc = new ProcessBuilder(
                            "gcc",
                            "-std=gnu11",
                            "-O2",
                            "-shared",
                            "-fPIC",
                            "-o",
                            library.toString(),
                            source.toString(),
                            "-ldl")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (gcc.waitFor(2, TimeUnit.MINUTES) && gcc.exitValue() == 0) {
                return Optional.of(new KillLibrary(library));
            }
            return fail(source + " does not compile:\n" + Files.readString(log));
        } catch (IOException e) {
            return none("there is no gcc: " + e);
        }
    }

    private static Optional<KillLibrary> none(String reason) {
        return "true".equals(System.getenv("CI")) ? fail(reason) : Optional.empty();
    }

    /** Has a process killed at a call below a folder. */
    Headroom arm(Headroom headroom, Path below, KillPoint.Call call) {
        return load(headroom, below)
                .environment("KILL_NAME", call.name())
                .environment("KILL_FROM", call.from())
                .environment("KILL_CALL", call.calls())
                .environment("KILL_AT", Integer.toString(call.at()))
                .environment("KILL_WHEN", call.isBefore() ? "before" : "after");
    }

    /** Has a process write down its calls below a folder. */
    Headroom log(Headroom headroom, Path below, Path log) {
        return load(headroom, below).environment("KILL_LOG", log.toString());
    }

    private Headroom load(Headroom headroom, Path below) {
        return headroom.environment("LD_PRELOAD", file.toString()).environment("KILL_PATH", below + "/");
    }

    /** What a process has written down, in order. */
    static List<Made> read(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> line.split("\t", 3))
                .map(parts -> new Made(parts[1], parts[2]))
                .toList();
    }
}
