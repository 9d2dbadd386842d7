package org.headroom.cli.command.jobs;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.jobs.NightlyJob;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.StepRun;
import org.headroom.runtime.repository.JobHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one execution with its steps. */
@Command(name = "show", header = "Shows an execution and its steps.")
public final class JobsShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Id of the execution. Default: the newest.")
    private @Nullable Long id;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JobRepositoryOption repository = new JobRepositoryOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public JobsShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        try (JobHistory history = JobHistory.open(out.folder(), repository.repository(surroundings, out.folder()))
                .orElseThrow(this::nothing)) {
            Long wanted = id;
            Optional<JobRun> found =
                    wanted == null ? history.executions("").stream().findFirst() : history.findExecution(wanted);
            JobRun run = found.orElseThrow(this::nothing);
            List<StepRun> steps = history.steps(run.executionId());
            if (json.isWanted()) {
                Map<String, Object> values =
                        new LinkedHashMap<>(JobsListCommand.values(run, out.folder(), history.isHeld()));
                values.put("steps", steps.stream().map(JobsShowCommand::values).toList());
                JsonLines.print(surroundings.out(), values);
            } else {
                print(surroundings.out(), run, steps, history.isHeld());
            }
        }
        return ExitCode.DONE;
    }

    private HeadroomException nothing() {
        return new HeadroomException(
                FailureFamily.CONFIG,
                "there is no execution " + (id == null ? "" : id + " ") + "in " + out.folder(),
                "See what was run there with: headroom jobs list --out " + out.folder());
    }

    private void print(PrintWriter out, JobRun run, List<StepRun> steps, boolean isHeld) {
        out.println("execution  " + run.executionId());
        out.println("job        " + run.job());
        out.println("run        " + JobsListCommand.shown(NightlyJob.runName(run.properties(), this.out.folder())));
        out.println("status     " + JobsListCommand.status(run, isHeld));
        out.println("created    " + JobsListCommand.time(run.created()));
        out.println("started    " + JobsListCommand.time(run.started()));
        out.println("ended      " + JobsListCommand.time(run.ended()));
        out.println("holder     " + (run.holder() == null ? "-" : run.holder()));
        run.parameters().forEach((name, value) -> out.println("parameter  " + name + "=" + value));
        Table table = new Table(
                "STEP", "STATUS", "STARTED", "ENDED", ">SECONDS", ">PARTITIONS", ">READ", ">WRITTEN", ">COMMITS");
        for (StepRun step : steps) {
            table.add(
                    step.step(),
                    isHeld || step.status().isOver() ? step.status().name() : "FAILED",
                    JobsListCommand.time(step.started()),
                    JobsListCommand.time(step.ended()),
                    seconds(step)
                            .map(s -> String.format(Locale.ROOT, "%.3f", s))
                            .orElse("-"),
                    step.partitions() == 0 ? "-" : Integer.toString(step.partitions()),
                    Long.toString(step.read()),
                    Long.toString(step.written()),
                    Long.toString(step.commits()));
        }
        if (!steps.isEmpty()) {
            out.println();
        }
        table.print(surroundings);
    }

    private static Optional<Double> seconds(StepRun step) {
        return step.started() == null || step.ended() == null
                ? Optional.empty()
                : Optional.of(Duration.between(step.started(), step.ended()).toMillis() / 1e3);
    }

    private static Map<String, Object> values(StepRun step) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("step", step.step());
        values.put("status", step.status().name());
        values.put("started", step.started() == null ? null : step.started().toString());
        values.put("ended", step.ended() == null ? null : step.ended().toString());
        values.put("seconds", seconds(step).orElse(null));
        values.put("partitions", step.partitions());
        values.put("read", step.read());
        values.put("written", step.written());
        values.put("commits", step.commits());
        return values;
    }
}
