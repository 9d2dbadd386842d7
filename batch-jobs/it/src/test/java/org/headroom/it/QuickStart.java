package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headroom.runs.file.Folders;

/**
 * The class path of these tests in one jar, and an archive of its classes: what spares the hundreds of processes that tests start the
 * reading and checking of some ten thousand classes each.
 */
final class QuickStart {
    private static final class Holder {
        static final QuickStart MADE = new QuickStart();
    }

    private final Path jar;
    private final Path archive;

    private QuickStart() {
        Path folder = MadeOnce.folder("quick-start", QuickStart::make);
        jar = PackedApp.jar(folder.resolve("lib"));
        archive = archive(folder);
    }

    private static Path archive(Path folder) {
        return folder.resolve("classes.jsa");
    }

    private static void make(Path folder) throws IOException {
        Path jar = PackedApp.make(folder.resolve("lib"));
        // The first run compiles the rules; JDK 17 may crash when it archives the classes of their compiler.
        Path out = folder.resolve("out");
        rank(jar, out);
        for (String part : List.of(".layers", ".jobs")) {
            Folders.delete(out.resolve(part));
        }
        rank(jar, out, "-XX:ArchiveClassesAtExit=" + archive(folder));
        Folders.delete(out);
    }

    private static void rank(Path jar, Path out, String... jvm) {
        Headroom.sample("rank", "--force", "--out", out.toString())
                .startedBy(List.of("-cp", jar.toString()))
                .jvm(jvm)
                .done();
    }

    /** Deletes a folder when this JVM ends. */
    static void deleteAtExit(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Options of the JVM that runs these tests, for a process of it. */
    static List<String> options() {
        List<String> options =
                new ArrayList<>(List.of("-XX:SharedArchiveFile=" + Holder.MADE.archive, "-Xlog:disable"));
        options.addAll(classPath());
        return options;
    }

    /** Options for a process of any JVM. */
    static List<String> classPath() {
        return List.of("-cp", Holder.MADE.jar.toString());
    }
}
