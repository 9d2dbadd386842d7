package org.headroom.cli.command.published;

import org.headroom.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands {@code runs}. */
@Command(
        name = "runs",
        header = "Shows, reviews, verifies, mails and removes published runs.",
        subcommands = {
            RunsListCommand.class,
            RunsShowCommand.class,
            RunsReviewCommand.class,
            RunsVerifyCommand.class,
            RunsMailCommand.class,
            RunsRemoveCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class RunsCommand extends CommandGroup {}
