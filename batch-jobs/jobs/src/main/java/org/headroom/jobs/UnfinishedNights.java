package org.headroom.jobs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.RunRequest;

/** Runs that were stopped or died, and what is to become of them when a new one is asked for. */
public final class UnfinishedNights {
    private final List<Execution> executions;

    /**
     * An execution of the job that a restart can go on with.
     *
     * @param id the runtime's
     * @param parameters its job parameters
     * @param isInterrupted whether it was stopped, or its process died, instead of failing by itself
     */
    public record Execution(long id, Properties parameters, boolean isInterrupted) {}

    /**
     * Those of an output folder.
     *
     * @param executions the last of each run that can be gone on with, the newest first
     */
    public UnfinishedNights(List<Execution> executions) {
        this.executions = List.copyOf(executions);
    }

    /**
     * The id of the one that a new run for this request shall go on with. What older nights of the same project left unfinished is removed,
     * as nobody will ask for it again, and so is what failed, or is left of a run that nobody can go on with.
     */
    public Optional<Long> take(RunRequest wanted) {
        NightlyJob.discardAllBut(
                wanted.out(),
                executions.stream()
                        .map(Execution::parameters)
                        .filter(parameters -> request(parameters).isPresent())
                        .toList());
        for (Execution execution : executions) {
            Properties parameters = execution.parameters();
            Optional<RunRequest> request = request(parameters);
            // What a scenario left unfinished is no older night: it lies in another folder.
            if (request.isEmpty()
                    || !request.get().project().equals(wanted.project())
                    || !request.get().out().equals(wanted.out())) {
                continue;
            }
            if (!isWorthGoingOn(execution) || request.get().date().compareTo(wanted.date()) < 0) {
                NightlyJob.discard(parameters);
            } else if (isSame(request.get(), wanted)) {
                if (NightlyJob.hasSameInputs(parameters)) {
                    return Optional.of(execution.id());
                }
                NightlyJob.discard(parameters);
            }
        }
        return Optional.empty();
    }

    /** The id of the newest whose work folder is there. */
    public Optional<Long> newest() {
        return executions.stream()
                .filter(execution -> request(execution.parameters()).isPresent())
                .map(Execution::id)
                .findFirst();
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
    private static boolean isWorthGoingOn(Execution execution) {
        return execution.isInterrupted()
                || NightlyJob.outcome(execution.parameters())
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
                && Objects.equals(one.load(), other.load())
                && one.force() == other.force()
                && one.blockSites() == other.blockSites();
    }
}
