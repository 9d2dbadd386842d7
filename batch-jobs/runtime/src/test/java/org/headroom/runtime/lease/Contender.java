package org.headroom.runtime.lease;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.headroom.runtime.OutputBusyException;

/** A process that tries to take a lease when it is told to, again and again, and writes what came of it. */
final class Contender {
    private Contender() {}

    static Process launch(Path output, Path folder, String name, int rounds) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Contender.class.getName(),
                        output.toString(),
                        folder.toString(),
                        name,
                        Integer.toString(rounds))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        for (int round = 0; round < Integer.parseInt(args[3]); round++) {
            waitFor(folder.resolve("go-" + round));
            String came;
            try (Lease lease = Lease.take(Path.of(args[0]), Clock.systemUTC())) {
                tell(folder, args[2] + "-" + round, "taken by " + lease.holder().pid());
                waitFor(folder.resolve("end-" + round));
                came = "";
            } catch (OutputBusyException busy) {
                came = "busy: " + busy.getMessage();
            }
            tell(folder, came.isEmpty() ? "free-" + round : args[2] + "-" + round, came);
        }
    }

    private static void tell(Path folder, String name, String text) throws Exception {
        Path hidden = folder.resolve("." + name);
        Files.writeString(hidden, text);
        Files.move(hidden, folder.resolve(name));
    }

    private static void waitFor(Path file) throws Exception {
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
    }
}
