package org.headroom.jobs.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.headroom.jobs.step.Progress;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs pieces of steps, and keeps what went wrong where the caller of the job finds it: the batch runtime only tells that a step failed. Safe
 * for several threads.
 */
public final class StepGuard {
    private static final Logger LOG = LoggerFactory.getLogger(StepGuard.class);

    private final WorkFolder work;
    private final Path out;
    private final Progress progress;

    StepGuard(WorkFolder work, Path out, Progress progress) {
        this.work = work;
        this.out = out;
        this.progress = progress;
    }

    /** Runs a piece of a step. */
    public <T> T guard(Callable<T> piece) {
        try (MDC.MDCCloseable run = MDC.putCloseable("run", work.runName());
                MDC.MDCCloseable step = MDC.putCloseable("step", progress.step())) {
            return piece.call();
        } catch (Exception | LinkageError | VirtualMachineError e) {
            HeadroomException known = isBroken(e)
                    ? null
                    : OutsideFailure.find(e, "folder for runs " + out).orElse(null);
            fail(
                    known == null
                            ? new Outcome.Failed(FailureFamily.INTERNAL, "unexpected: " + e, "", trace(e))
                            : new Outcome.Failed(
                                    known.family(), String.valueOf(known.getMessage()), known.advice(), ""),
                    e);
            throw known == null ? new IllegalStateException(e) : known;
        }
    }

    /** Broken JSON counts as an IOException, but is no fault of the disk: going on would meet it again. */
    private static boolean isBroken(Throwable failure) {
        return failure.getCause() instanceof JsonProcessingException;
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private synchronized void fail(Outcome.Failed outcome, Throwable cause) {
        LOG.debug("a step of {} failed", work.path(), cause);
        Nights.failed(work.path(), outcome);
        try {
            if (work.findOutcome().isEmpty()) {
                work.outcome(outcome);
            }
        } catch (UncheckedIOException e) {
            // On a full disk it cannot be written; this process still knows it.
            LOG.debug("the outcome of {} is not kept", work.path(), e);
        }
    }
}
