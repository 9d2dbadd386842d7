package org.headroom.cli.command.layers;

import org.headroom.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands {@code layers}. */
@Command(
        name = "layers",
        header = "Shows and checks layers, and helps to describe them.",
        subcommands = {
            LayersListCommand.class,
            LayersCheckCommand.class,
            LayersDescribeCommand.class,
            LayersFieldsCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class LayersCommand extends CommandGroup {}
