package org.headroom.cli.command;

import org.headroom.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands {@code layers}. */
@Command(
        name = "layers",
        header = "Shows and checks the layers of a project.",
        subcommands = {LayersListCommand.class, LayersCheckCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class LayersCommand extends CommandGroup {}
