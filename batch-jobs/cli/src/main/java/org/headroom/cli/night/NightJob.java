package org.headroom.cli.night;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Failures;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.ProgressLine;
import org.headroom.jobs.NightlyJob;
import org.headroom.jobs.UnfinishedNights;
import org.headroom.jobs.end.LineageFile;
import org.headroom.jobs.end.MetricsFile;
import org.headroom.jobs.end.RunEnd;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runtime.BatchRuntime;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.StopOnSignal;
import org.headroom.runtime.engine.LeasedRuntime;

/** Runs the nightly job to its end and gives its exit code. */
public final class NightJob {
    private final Surroundings surroundings;
    private final RunReport report;
    private final Optional<Path> metrics;
    private final Optional<LineageFile> lineage;
    private final RunEnd end = new RunEnd();

    /**
     * Prepares to run the job once.
     *
     * @param report told of the run that was published, or found unchanged
     * @param metrics the file for metrics, where they are wanted
     * @param lineage the file for events of OpenLineage, where they are wanted
     */
    public NightJob(Surroundings surroundings, RunReport report, Optional<Path> metrics, Optional<Path> lineage) {
        this.surroundings = surroundings;
        this.report = report;
        this.metrics = metrics;
        this.lineage = lineage.map(file -> new LineageFile(file, surroundings.clock()));
    }

    /** Is told what came of a job that reached its end. */
    public interface RunReport {
        /**
         * Reports.
         *
         * @param folder the folder of the run
         * @param isNew false when nothing had changed since that run
         * @param seconds how long it took
         * @return the exit code
         */
        int done(Path folder, boolean isNew, double seconds);
    }

    /**
     * What is to be run.
     *
     * @param request what is asked for
     * @param home the folder that is held meanwhile, and in which the job is kept: the folder for runs, or, of a scenario, the one that it lies in
     * @param projectName for the line that tells how it ended
     * @param refusal what is wrong with the project's policy, when another one is in force
     * @param repository where the jobs of the output folder are kept
     */
    public record Plan(
            RunRequest request, Path home, String projectName, Optional<String> refusal, JobRepository repository) {}

    /**
     * Starts a run, or goes on with one for the same request that was stopped or died. When nothing has changed since a run, it reports that
     * one and writes nothing.
     *
     * @param planner gives the plan; what it throws is told as any failure of the run
     */
    public int run(Supplier<Plan> planner) {
        return told((signal, began) -> {
            Plan plan = planner.get();
            RunRequest request = plan.request();
            end.about(plan.projectName(), request.date());
            write(() -> lineage.ifPresent(file -> file.begin(end)));
            plan.refusal().ifPresent(this::refused);
            Optional<PublishedRun> same = NightlyJob.findUnchanged(request);
            int code = same.isPresent()
                    ? ranked(same.get(), false, secondsSince(began))
                    : work(plan.home(), plan.repository(), runtime -> begin(runtime, request), signal, began);
            return code == ExitCode.DONE && plan.refusal().isPresent() ? ExitCode.WITH_RESERVATIONS : code;
        });
    }

    private void refused(String why) {
        say(why);
        end.policyRefused();
    }

    private long begin(BatchRuntime runtime, RunRequest request) {
        Optional<Long> unfinished = unfinished(runtime).take(request);
        tell(runtime, unfinished.flatMap(runtime::findExecution));
        return unfinished.isEmpty()
                ? start(runtime, NightlyJob.prepare(request))
                : runtime.restart(unfinished.get(), new Properties());
    }

    private static UnfinishedNights unfinished(BatchRuntime runtime) {
        return new UnfinishedNights(runtime.restartable(NightlyJob.NAME).stream()
                .map(run -> new UnfinishedNights.Execution(
                        run.executionId(), run.properties(), run.status() == RunStatus.STOPPED || run.hasDied()))
                .toList());
    }

    /** Says in one line what became of a run before this one, if there is anything to say. */
    private void tell(BatchRuntime runtime, Optional<JobRun> goingOn) {
        Optional<String> dead = runtime.takenOverFrom().map(holder -> holder + ", died; ");
        if (goingOn.isPresent()) {
            JobRun run = goingOn.get();
            String why = run.status() == RunStatus.STOPPED ? ", which was stopped" : ", which did not end";
            say(dead.orElse("") + "going on with execution " + run.executionId()
                    + (dead.isPresent() ? " in its place" : why));
        } else {
            dead.ifPresent(what -> say(what + "starting anew in its place"));
        }
    }

    private void say(String message) {
        surroundings.err().println("headroom: " + message);
    }

    private static long start(BatchRuntime runtime, Properties parameters) {
        boolean started = false;
        try {
            long id = runtime.start(NightlyJob.NAME, parameters);
            started = true;
            return id;
        } finally {
            if (!started) {
                NightlyJob.discard(parameters);
            }
        }
    }

    /**
     * Goes on with an execution, or with the newest that can be gone on with.
     *
     * @param repository where the jobs of the output folder are kept
     */
    public int restart(Path out, JobRepository repository, Optional<Long> executionId) {
        return told((signal, began) ->
                work(out, repository, runtime -> beginAgain(runtime, out, executionId), signal, began));
    }

    private long beginAgain(BatchRuntime runtime, Path out, Optional<Long> executionId) {
        Optional<Long> wanted = executionId.or(() -> unfinished(runtime).newest());
        if (runtime.takenOverFrom().isPresent()) {
            tell(runtime, wanted.flatMap(runtime::findExecution));
        }
        long id = wanted.orElseThrow(() -> new HeadroomException(
                FailureFamily.CONFIG,
                "there is nothing to restart in " + out,
                "See what was run there with: headroom jobs list --out " + out));
        return runtime.restart(id, new Properties());
    }

    /** Starts an execution. */
    private interface Starter {
        long start(BatchRuntime runtime);
    }

    /** Gives the exit code. */
    private interface Attempt {
        int make(StopOnSignal signal, long began);
    }

    private int told(Attempt attempt) {
        long began = System.nanoTime();
        // In this order: a signal is answered until the job has ended, its repository is closed and all is told.
        try (StopOnSignal signal = new StopOnSignal(this::say)) {
            int code;
            try {
                code = attempt.make(signal, began);
            } catch (RuntimeException | Error e) {
                end.failed(String.valueOf(e.getMessage()));
                code = new Failures(surroundings).report(e);
            }
            tellEnd(code, secondsSince(began));
            return code;
        }
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private int work(Path home, JobRepository repository, Starter starter, StopOnSignal signal, long began) {
        Optional<String> lost = LostJobs.in(home, repository);
        try (BatchRuntime runtime = LeasedRuntime.open(home, repository, surroundings.clock(), this::say)) {
            lost.ifPresent(this::say);
            long id = starter.start(runtime);
            signal.does(() -> runtime.stop(id));
            Properties parameters = runtime.findExecution(id).orElseThrow().properties();
            try {
                return ended(runtime, await(runtime, id, parameters), home, secondsSince(began));
            } catch (HeadroomException e) {
                if (e.family() != FailureFamily.EXTERNAL) {
                    throw e;
                }
                // The repository failed. When a step did before, then that is the reason for both.
                return NightlyJob.settle(parameters, false).orElse(null) instanceof Outcome.Failed failed
                        ? failed(failed, runtime)
                        : interrupted(e);
            }
        }
    }

    /** One line at the end, the metrics and the last event. */
    private void tellEnd(int code, double seconds) {
        say(end.line(code, seconds));
        write(() -> metrics.ifPresent(file -> new MetricsFile(file, surroundings.clock()).write(end, code, seconds)));
        write(() -> lineage.ifPresent(file -> file.end(end, code == ExitCode.STOPPED)));
    }

    /** A file for those who watch that cannot be written is told of, and hurts no run. */
    private void write(Runnable file) {
        try {
            file.run();
        } catch (HeadroomException e) {
            new Failures(surroundings).report(e);
        }
    }

    /** What was done is kept, and the same command goes on there when the disk or database is back. */
    private int interrupted(HeadroomException failure) {
        end.failed(String.valueOf(failure.getMessage()));
        new Failures(surroundings).report(failure);
        return ExitCode.STOPPED;
    }

    private JobRun await(BatchRuntime runtime, long id, Properties parameters) {
        try (ProgressLine line = new ProgressLine(surroundings)) {
            return runtime.await(id, r -> NightlyJob.progress(parameters).ifPresent(line::show));
        }
    }

    private int ended(BatchRuntime runtime, JobRun run, Path home, double seconds) {
        runtime.steps(run.executionId()).forEach(step -> end.step(step.step(), step.started(), step.ended()));
        if (run.status() == RunStatus.STOPPED) {
            end.failed("stopped at a checkpoint");
            say("stopped at a checkpoint; the same command goes on there, and so does \"headroom jobs restart "
                    + run.executionId() + " --out " + home + "\"");
            return ExitCode.STOPPED;
        }
        boolean isCompleted = run.status() == RunStatus.COMPLETED;
        Path out = NightlyJob.folderForRuns(run.properties());
        Optional<Outcome> outcome = NightlyJob.settle(run.properties(), isCompleted);
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Failed failed) {
            return failed(failed, runtime);
        }
        if (!isCompleted || outcome.isEmpty()) {
            end.failed("without a reason");
            return new Failures(surroundings)
                    .reportJob(
                            "execution " + run.executionId() + " of " + run.job() + " is " + run.status()
                                    + " without a reason",
                            runtime.failureLog());
        }
        boolean isNew = outcome.get() instanceof Outcome.Published;
        String folder = outcome.get() instanceof Outcome.Unchanged unchanged
                ? unchanged.folder()
                : ((Outcome.Published) outcome.get()).folder();
        return ranked(new PublishedRun(out.resolve(folder)), isNew, seconds);
    }

    private int ranked(PublishedRun run, boolean isNew, double seconds) {
        end.ranked(run, isNew);
        return report.done(run.folder(), isNew, seconds);
    }

    private int failed(Outcome.Failed failed, BatchRuntime runtime) {
        end.failed(failed.message());
        Failures failures = new Failures(surroundings);
        if (!failed.log().isEmpty()) {
            return failures.reportJob(failed.message(), failed.log() + runtime.failureLog());
        }
        HeadroomException failure = new HeadroomException(failed.family(), failed.message(), failed.advice());
        return failed.family() == FailureFamily.EXTERNAL ? interrupted(failure) : failures.report(failure);
    }
}
