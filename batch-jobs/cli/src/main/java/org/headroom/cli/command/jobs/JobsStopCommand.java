package org.headroom.cli.command.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.OutOption;
import org.headroom.runtime.repository.JobHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the process that runs a job to stop it. */
@Command(
        name = "stop",
        header = "Stops the job that runs in a folder for runs at its next checkpoint.",
        description = "Waits until it has stopped. \"headroom jobs restart\" goes on there.")
public final class JobsStopCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MS = 500;

    private final Surroundings surroundings;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait for it. Default: 300")
    private int waitSeconds;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public JobsStopCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLogging();
        Path folder = out.folder();
        if (!JobHistory.isHeld(folder)) {
            surroundings.err().println("headroom: no job is running in " + folder);
            return ExitCode.DONE;
        }
        JobHistory.requestStop(folder);
        long patience = waitSeconds * 1000L;
        while (JobHistory.isHeld(folder)) {
            if (patience <= 0) {
                surroundings
                        .err()
                        .println("headroom: it was asked to stop, but has not come to a checkpoint in " + waitSeconds
                                + " s");
                return ExitCode.BUSY;
            }
            Thread.sleep(LOOK_EVERY_MS);
            patience -= LOOK_EVERY_MS;
        }
        surroundings.err().println("headroom: stopped");
        return ExitCode.DONE;
    }
}
