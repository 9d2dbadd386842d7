package org.headroom.cli.command.published;

import org.headroom.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands {@code runs}. */
@Command(
        name = "runs",
        header = "Shows, compares, reviews, verifies, exports, mails and removes published runs.",
        subcommands = {
            RunsListCommand.class,
            RunsShowCommand.class,
            RunsDiffCommand.class,
            RunsReviewCommand.class,
            RunsVerifyCommand.class,
            RunsExportCommand.class,
            RunsFieldsCommand.class,
            RunsMailCommand.class,
            RunsRemoveCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class RunsCommand extends CommandGroup {}
