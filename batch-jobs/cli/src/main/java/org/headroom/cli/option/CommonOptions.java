package org.headroom.cli.option;

import org.headroom.cli.frame.TemporaryFolder;
import org.headroom.cli.log.LogbackSetup;
import picocli.CommandLine.Option;

/** Options that every command has. */
public final class CommonOptions {
    private boolean[] verbose = {};

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 101,
            description = "Show this help and exit.")
    private boolean help;

    /** Set through a method, so that logging is set up before the command runs. */
    @Option(
            names = {"-v", "--verbose"},
            order = 100,
            description = "Log what is done on the error stream; twice for details, three times for everything.")
    public void setVerbose(boolean[] flags) {
        verbose = flags.clone();
    }

    /** Sets up logging; to be called first by every command that does more than print. */
    public void startLogging() {
        LogbackSetup.setVerbosity(verbose.length);
        TemporaryFolder.require();
    }
}
