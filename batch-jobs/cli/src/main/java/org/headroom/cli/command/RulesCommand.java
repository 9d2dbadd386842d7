package org.headroom.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands {@code rules}. */
@Command(
        name = "rules",
        header = "Checks, tests, compares and explains the policy.",
        subcommands = {
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesWatchCommand.class,
            RulesPreviewCommand.class,
            RulesExplainCommand.class,
            RulesDiffCommand.class,
            RulesCompareCommand.class,
            RulesExportCommand.class,
            RulesImportCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public void run() {
        throw HeadroomCommand.missing(spec);
    }
}
