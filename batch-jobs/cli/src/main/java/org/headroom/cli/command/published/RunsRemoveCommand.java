package org.headroom.cli.command.published;

import java.util.List;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.OutOption;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.folder.Removal;
import org.headroom.runtime.lease.Lease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes runs. */
@Command(
        name = "remove",
        header = "Removes runs from a folder, without asking.",
        description = {
            "Nothing is removed unless every name is that of a run. The run that \"latest\" names stays, unless --force is"
                    + " given. While a run is being made, this ends with exit status 5."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom runs remove 2026-05-01-1           a night",
            "  headroom runs remove what-if/2027-06-01-1   a what-if run"
        })
public final class RunsRemoveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "Names of runs as \"headroom runs list\" has them, or their folders.")
    private List<String> names = List.of();

    @Option(names = "--force", description = "Remove also the run that \"latest\" names; then it names the one before.")
    private boolean force;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsRemoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Removal removal = new Removal(out.folder());
        // Before the lease, which would make a folder that is not there.
        removal.find(names, force);
        Lease lease = Lease.take(out.folder(), surroundings.clock());
        try (lease) {
            for (PublishedRun run : removal.find(names, force)) {
                Removal.remove(run);
                surroundings.err().println("headroom: removed run " + run.shownName());
            }
        }
        return ExitCode.DONE;
    }
}
