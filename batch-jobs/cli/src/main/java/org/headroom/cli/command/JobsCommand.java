package org.headroom.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands {@code jobs}. */
@Command(
        name = "jobs",
        header = "Shows, restarts and stops jobs.",
        subcommands = {JobsListCommand.class, JobsShowCommand.class, JobsRestartCommand.class, JobsStopCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class JobsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public void run() {
        throw HeadroomCommand.missing(spec);
    }
}
