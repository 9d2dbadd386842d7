package org.headroom.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the folder for runs. */
public final class OutOption {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "The folder for runs. Default: runs")
    private Path folder = Path.of("runs");

    /** The folder as an absolute path. */
    public Path folder() {
        return folder.toAbsolutePath().normalize();
    }
}
