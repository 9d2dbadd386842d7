package org.headroom.cli.command.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.headroom.runtime.Holder;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.repository.JobHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists executions of jobs, also while one runs. */
@Command(name = "list", header = "Lists executions of jobs in a folder for runs, the newest first.")
public final class JobsListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JobRepositoryOption repository = new JobRepositoryOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public JobsListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Optional<JobHistory> found = JobHistory.open(out.folder(), repository.repository(surroundings, out.folder()));
        if (found.isEmpty()) {
            surroundings.err().println("headroom: nothing has been run in " + out.folder());
            return ExitCode.DONE;
        }
        try (JobHistory history = found.get()) {
            List<JobRun> runs = history.executions("");
            if (json.isWanted()) {
                runs.forEach(run -> JsonLines.print(surroundings.out(), values(run, out.folder(), history.isHeld())));
            } else {
                Table table = new Table(">ID", "JOB", "RUN", "STATUS", "EXIT", "STARTED", ">SECONDS", "HOLDER");
                runs.forEach(run -> table.add(
                        Long.toString(run.executionId()),
                        run.job(),
                        shown(NightlyJob.runName(run.properties(), out.folder())),
                        status(run, history.isHeld()),
                        run.exitStatus().isEmpty() ? "-" : run.exitStatus(),
                        time(run.started()),
                        seconds(run),
                        run.holder() == null ? "-" : run.holder().name()));
                table.print(surroundings);
            }
        }
        return ExitCode.DONE;
    }

    static Map<String, Object> values(JobRun run, Path folder, boolean isHeld) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("execution", run.executionId());
        values.put("job", run.job());
        values.put("run", NightlyJob.runName(run.properties(), folder).orElse(null));
        values.put("status", status(run, isHeld));
        values.put("exitStatus", run.exitStatus());
        values.put("created", run.created().toString());
        values.put("started", run.started() == null ? null : run.started().toString());
        values.put("ended", run.ended() == null ? null : run.ended().toString());
        values.put("holder", run.holder() == null ? null : values(run.holder()));
        values.put("parameters", run.parameters());
        return values;
    }

    private static Map<String, Object> values(Holder holder) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pid", holder.pid());
        values.put("host", holder.host());
        values.put("processStarted", holder.started().toString());
        values.put("since", holder.since().toString());
        return values;
    }

    static String shown(Optional<String> name) {
        return name.orElse("-");
    }

    /** A run that nobody holds and that is not over has died; the next command that may write settles it. */
    static String status(JobRun run, boolean isHeld) {
        return isHeld || run.status().isOver() ? run.status().name() : "FAILED";
    }

    static String time(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String seconds(JobRun run) {
        return run.started() == null || run.ended() == null
                ? "-"
                : Long.toString(Duration.between(run.started(), run.ended()).toSeconds());
    }
}
