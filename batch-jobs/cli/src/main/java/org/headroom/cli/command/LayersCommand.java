package org.headroom.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands {@code layers}. */
@Command(
        name = "layers",
        header = "Shows and checks the layers of a project.",
        subcommands = {LayersListCommand.class, LayersCheckCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class LayersCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public void run() {
        throw HeadroomCommand.missing(spec);
    }
}
