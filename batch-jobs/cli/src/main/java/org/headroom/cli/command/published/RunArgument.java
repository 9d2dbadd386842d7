package org.headroom.cli.command.published;

import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.cli.option.OutOption;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The run that a command reads, and the folder for runs that it is looked for in. */
final class RunArgument {
    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "Name of the run, such as 2026-05-01-1, or its folder. Default: the latest.")
    private @Nullable String name;

    @Mixin
    private OutOption out = new OutOption();

    /** The run that is named, which must be there, or else the latest. */
    PublishedRun published() {
        return name == null ? folders().getLatest() : folders().get(name);
    }

    /** As {@link #published()}, also a run that has lost even its manifest. */
    PublishedRun asFound() {
        String given = name;
        Path folder = out.folder().resolve(given == null ? "" : given);
        return given != null && RunFolders.isNamedLikeRun(folder) && Files.isDirectory(folder)
                ? new PublishedRun(folder)
                : published();
    }

    RunFolders folders() {
        return new RunFolders(out.folder());
    }
}
