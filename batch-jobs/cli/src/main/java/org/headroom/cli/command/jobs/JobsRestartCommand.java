package org.headroom.cli.command.jobs;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.night.NightJob;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.OutOption;
import org.headroom.jobs.engine.Engines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with a job that was stopped or died. */
@Command(
        name = "restart",
        header = "Goes on with a run that was stopped, failed or died, where it stopped.",
        description = "\"headroom rank\" with the options of that run does the same.")
public final class JobsRestartCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "Id of the execution. Default: the newest that can be restarted.")
    private @Nullable Long id;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JobRepositoryOption repository = new JobRepositoryOption();

    @Mixin
    private RankingOptions ranking = new RankingOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public JobsRestartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        try (Engines.Use engine = ranking.engine()) {
            return ranking.exitCode(new NightJob(
                            surroundings, ranking.report(surroundings), ranking.metrics(), ranking.lineage())
                    .restart(out.folder(), repository.repository(surroundings, out.folder()), Optional.ofNullable(id)));
        }
    }
}
