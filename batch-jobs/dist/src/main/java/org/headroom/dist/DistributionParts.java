package org.headroom.dist;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.headroom.cli.Program;
import org.headroom.cli.frame.Surroundings;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the parts of the archive that are made from the program itself. Run by the build. */
public final class DistributionParts {
    private DistributionParts() {}

    /**
     * Writes them below a folder, which holds {@code sbom.json} already.
     *
     * @param args the folder, the folder with texts of licences, the version, and the day of the release as ISO 8601
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path parts = Path.of(args[0]);
        Path materials = parts.resolve("sbom.json");
        CommandLine program = new Program(nowhere(parts)).commandLine();
        new ManualPages("Headroom " + args[2], args[3].substring(0, 10))
                .write(program, Files.createDirectories(parts.resolve("share/man/man1")));
        Path completion = Files.createDirectories(parts.resolve("share/bash-completion/completions"));
        // Without the time of the machine that the generator puts in.
        Files.writeString(
                completion.resolve("headroom"),
                AutoComplete.bash("headroom", program).replaceAll("(?m)^#.*[Gg]enerated.* on .*\\R", ""));
        new Licences(Path.of(args[1])).write(materials, classPath(), parts.resolve("licenses"));
    }

    private static Surroundings nowhere(Path home) {
        PrintWriter silent = new PrintWriter(Writer.nullWriter());
        return new Surroundings(
                home, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), silent, silent, Map.of(), false, false);
    }

    private static String classPath() {
        return System.getProperty("java.class.path", "");
    }
}
