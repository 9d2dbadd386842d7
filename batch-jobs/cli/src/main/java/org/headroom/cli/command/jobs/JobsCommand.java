package org.headroom.cli.command.jobs;

import org.headroom.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands {@code jobs}. */
@Command(
        name = "jobs",
        header = "Shows, restarts and stops jobs.",
        subcommands = {JobsListCommand.class, JobsShowCommand.class, JobsRestartCommand.class, JobsStopCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class JobsCommand extends CommandGroup {}
