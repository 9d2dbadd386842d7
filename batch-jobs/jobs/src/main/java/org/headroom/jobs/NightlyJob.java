package org.headroom.jobs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.headroom.jobs.inputs.UnchangedRun;
import org.headroom.jobs.night.Night;
import org.headroom.jobs.night.Nights;
import org.headroom.jobs.step.Progress;
import org.headroom.model.FailureFamily;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;

/** How a caller starts the nightly ranking on a Jakarta Batch runtime, follows it, and learns what came of it. */
public final class NightlyJob {
    /** Name of the job XML. */
    public static final String NAME = "nightly-ranking";

    private static final String WORK = "work";

    private NightlyJob() {}

    /**
     * Makes the work folder of a new run and gives the job's parameters. The parameters of a run that was stopped are also those for
     * its restart.
     *
     * @throws org.headroom.model.HeadroomException of family EXTERNAL when the folder for runs cannot be written
     */
    public static Properties prepare(RunRequest request) {
        Properties parameters = new Properties();
        parameters.setProperty(WORK, WorkFolder.create(request).path().toString());
        return parameters;
    }

    /**
     * The published run that a new one would only repeat; nothing is written to find out. Empty when there is none, or when only a job
     * can tell.
     *
     * @throws org.headroom.model.HeadroomException when the project or one of its inputs cannot be read
     */
    public static Optional<PublishedRun> findUnchanged(RunRequest request) {
        return UnchangedRun.find(request);
    }

    /** What a run asked for, from its job parameters. */
    public static RunRequest request(Properties parameters) {
        return work(parameters).request();
    }

    /** The folder for runs in which the run is published, from its job parameters. */
    public static Path folderForRuns(Properties parameters) {
        return Objects.requireNonNull(work(parameters).path().getParent());
    }

    /**
     * The name under which the run is found in an output folder once it is published, such as {@code what-if/2027-06-01-1}, from its job
     * parameters; empty when they are of another job.
     */
    public static Optional<String> runName(Properties parameters, Path output) {
        if (parameters.getProperty(WORK) == null) {
            return Optional.empty();
        }
        WorkFolder work = work(parameters);
        Path place = folderForRuns(parameters);
        Path run = place.resolve(work.runName());
        // The output folder may have been moved since, or be reached by another path.
        return Optional.of((place.startsWith(output) ? output.relativize(run) : Path.of(work.runName()))
                .toString()
                .replace('\\', '/'));
    }

    /** What came of the run; empty while it has not ended, or when it was stopped. */
    public static Optional<Outcome> outcome(Properties parameters) {
        WorkFolder work = work(parameters);
        return Nights.findFailure(work.path()).or(work::findOutcome);
    }

    /**
     * What came of a run that is over; empty when it was stopped or told no reason. What it leaves behind is removed, unless a restart can go
     * on with it.
     *
     * @param isCompleted whether the runtime says that the job came to its end
     */
    public static Optional<Outcome> settle(Properties parameters, boolean isCompleted) {
        Optional<Outcome> outcome = outcome(parameters);
        boolean canGoOn = outcome.orElse(null) instanceof Outcome.Failed failed
                ? canGoOn(failed)
                : outcome.isEmpty() || !isCompleted;
        if (!canGoOn) {
            discard(parameters);
        }
        return outcome;
    }

    /** What was refused has to be mended first, and then the inputs are others; all else may go well the next time, as with more memory. */
    private static boolean canGoOn(Outcome.Failed failed) {
        return !failed.log().isEmpty()
                || failed.family() == FailureFamily.EXTERNAL
                || failed.family() == FailureFamily.INTERNAL;
    }

    /** How far the run is that works in this process; empty when none does. */
    public static Optional<Progress> progress(Properties parameters) {
        return Nights.find(work(parameters).path()).map(Night::progress);
    }

    /** Whether the inputs of a run that was stopped are still those that it began with; only then can it go on. */
    public static boolean hasSameInputs(Properties parameters) {
        Path work = work(parameters).path();
        try {
            return Nights.open(work).inputs().areSame();
        } finally {
            Nights.close(work);
        }
    }

    /** Removes what a run leaves behind that will not be restarted. */
    public static void discard(Properties parameters) {
        work(parameters).delete();
    }

    /**
     * Removes what runs leave behind whose process died before they were in the job repository, or after they were over.
     *
     * @param unfinished the parameters of all runs that can be gone on with
     */
    public static void discardAllBut(Path out, Collection<Properties> unfinished) {
        WorkFolder.deleteAllBut(out, unfinished.stream().map(NightlyJob::work).collect(Collectors.toSet()));
    }

    private static WorkFolder work(Properties parameters) {
        String work = parameters.getProperty(WORK);
        if (work == null) {
            throw new IllegalArgumentException("the job parameters have no \"" + WORK + "\"");
        }
        return new WorkFolder(Path.of(work));
    }
}
