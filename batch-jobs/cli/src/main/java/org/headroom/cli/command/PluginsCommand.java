package org.headroom.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands {@code plugins}. */
@Command(
        name = "plugins",
        header = "Shows the scoring modules.",
        subcommands = {PluginsListCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class PluginsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public void run() {
        throw HeadroomCommand.missing(spec);
    }
}
