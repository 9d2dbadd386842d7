package org.headroom.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands {@code runs}. */
@Command(
        name = "runs",
        header = "Shows and verifies published runs.",
        subcommands = {RunsListCommand.class, RunsShowCommand.class, RunsVerifyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class RunsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public void run() {
        throw HeadroomCommand.missing(spec);
    }
}
