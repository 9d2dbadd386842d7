package org.headroom.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.cli.Program;
import org.headroom.cli.frame.Surroundings;

/** Ranks the sample in this JVM, by the command line. */
final class Ranked {
    static final Path HOME = home();

    private Ranked() {}

    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("geodata/catalog"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** What a command printed and how it ended. */
    record Result(int exit, String out, String err) {}

    static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new Program(new Surroundings(
                        HOME,
                        Clock.system(ZoneOffset.UTC),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Map.of(),
                        false,
                        false))
                .run(arguments);
        return new Result(exit, out.toString(), err.toString());
    }

    /** Ranks into a folder; gives the digest of the manifest, which has the digests of all else. */
    static String manifest(Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "rank",
                "--project",
                HOME.resolve("geodata/catalog/samples/headroom.yaml").toString(),
                "--out",
                out.toString(),
                "--block-sites",
                "8"));
        arguments.addAll(List.of(more));
        Result result = run(arguments.toArray(String[]::new));
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        try {
            return Files.readString(out.resolve("latest").resolve("manifest.sha256"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
