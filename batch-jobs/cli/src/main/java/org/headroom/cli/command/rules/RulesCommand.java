package org.headroom.cli.command.rules;

import org.headroom.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands {@code rules}. */
@Command(
        name = "rules",
        header = "Checks, tests, compares and explains the policy.",
        subcommands = {
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesNamesCommand.class,
            RulesWatchCommand.class,
            RulesPreviewCommand.class,
            RulesExplainCommand.class,
            RulesDiffCommand.class,
            RulesCompareCommand.class,
            RulesLogCommand.class,
            RulesApproveCommand.class,
            RulesReportCommand.class,
            RulesExportCommand.class,
            RulesImportCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class RulesCommand extends CommandGroup {}
