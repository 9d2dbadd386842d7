package org.headroom.cli.command;

import org.headroom.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands {@code plugins}. */
@Command(
        name = "plugins",
        header = "Shows the scoring modules.",
        subcommands = {PluginsListCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class PluginsCommand extends CommandGroup {}
