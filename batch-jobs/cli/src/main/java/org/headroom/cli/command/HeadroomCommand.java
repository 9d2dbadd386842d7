package org.headroom.cli.command;

import org.headroom.cli.option.VersionProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: does nothing without a command. */
@Command(
        name = "headroom",
        versionProvider = VersionProvider.class,
        header = "Ranks places for AI data centres by how soon, how cheaply and how lawfully they can be connected to"
                + " the grid.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rank                          rank the United States into runs/",
            "  headroom init my                       a copy of that project and its policy, to be edited",
            "  headroom rank -p my/headroom.yaml      rank a project of your own",
            "  headroom runs list                     what was ranked so far",
            "  headroom rules explain --site G-0042   why a site stands where it stands",
            "  headroom COMMAND --help                more about a command",
            "",
            "Data are printed on the output; messages, log and progress on the error stream.",
            "",
            "Exit codes:",
            "  0    done",
            "  1    a defect in Headroom, or of the disk",
            "  2    a wrong option or argument",
            "  3    input, rules, a plugin or the configuration were refused",
            "  4    published with reservations: by the last good policy, as the edited one is refused, or, with --strict,",
            "       although records were skipped",
            "  5    another run holds the output folder",
            "  6    stopped; a restart goes on where it stopped",
            "  130  ended by SIGINT (Ctrl-C), 143 by SIGTERM; also these can be restarted",
            "",
            "Tab completion for bash and zsh: source <(headroom generate-completion)"
        })
public final class HeadroomCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
