package org.headroom.cli.night;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.headroom.jobs.NightlyJob;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runtime.BatchRuntime;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.RunStatus;

/** Runs that were stopped or died, and what is to become of them when a new one is asked for. */
final class UnfinishedRuns {
    private final BatchRuntime runtime;

    UnfinishedRuns(BatchRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * The run that a new one for this request shall go on with. What older nights of the same project left unfinished is removed, as
     * nobody will ask for it again, and so is what failed, or is left of a run that nobody can go on with.
     */
    Optional<JobRun> take(RunRequest wanted) {
        NightlyJob.discardAllBut(
                wanted.out(), restartable().stream().map(NightJob::parameters).toList());
        for (JobRun run : restartable()) {
            Properties parameters = NightJob.parameters(run);
            Optional<RunRequest> request = request(parameters);
            if (request.isEmpty() || !request.get().project().equals(wanted.project())) {
                continue;
            }
            if (!isWorthGoingOn(run, parameters) || request.get().date().compareTo(wanted.date()) < 0) {
                NightlyJob.discard(parameters);
            } else if (isSame(request.get(), wanted)) {
                if (NightlyJob.hasSameInputs(parameters)) {
                    return Optional.of(run);
                }
                NightlyJob.discard(parameters);
            }
        }
        return Optional.empty();
    }

    /** The newest run that can be restarted. */
    Optional<JobRun> newest() {
        return restartable().stream()
                .filter(run -> request(NightJob.parameters(run)).isPresent())
                .findFirst();
    }

    /** The last execution of each job instance, where a restart can go on with it. */
    private List<JobRun> restartable() {
        Set<Long> seen = new HashSet<>();
        return runtime.executions(NightlyJob.NAME).stream()
                .filter(run -> seen.add(run.instanceId()))
                .filter(run -> run.status().isRestartable())
                .toList();
    }

    /** What was asked for; empty when the work folder is gone, and the run with it. */
    private static Optional<RunRequest> request(Properties parameters) {
        try {
            return Optional.of(NightlyJob.request(parameters));
        } catch (HeadroomException gone) {
            return Optional.empty();
        }
    }

    /** What failed by itself would most likely fail again; what was interrupted from outside would not, even if it could not tell why. */
    private static boolean isWorthGoingOn(JobRun run, Properties parameters) {
        return run.status() == RunStatus.STOPPED
                || run.hasDied()
                || NightlyJob.outcome(parameters)
                        .filter(outcome ->
                                outcome instanceof Outcome.Failed failed && failed.family() != FailureFamily.EXTERNAL)
                        .isEmpty();
    }

    /** Threads and block size change how a run is made, not what comes of it. */
    private static boolean isSame(RunRequest one, RunRequest other) {
        return one.out().equals(other.out())
                && one.date().equals(other.date())
                && one.plugins().equals(other.plugins())
                && Objects.equals(one.policy(), other.policy())
                && one.force() == other.force()
                && one.blockSites() == other.blockSites();
    }
}
