package org.headroom.cli.batch.jbatch;

import com.ibm.jbatch.container.exception.PersistenceException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.JobStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.headroom.cli.batch.BatchRuntime;
import org.headroom.cli.batch.JobRun;
import org.headroom.cli.batch.OutputBusyException;
import org.headroom.cli.batch.StepRun;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/** {@link BatchRuntime} on jbatch 2.1 embedded, with its repository in the output folder. One may be open in a JVM at a time. */
public final class JbatchRuntime implements BatchRuntime {
    private static final AtomicBoolean IN_USE = new AtomicBoolean();
    private static final long FIRST_WAIT_MS = 5;
    private static final long LONGEST_WAIT_MS = 100;
    private static final int ATTEMPTS = 30;

    /** How often a job without its repository is waited for: mostly it ends by itself, but it may hang in the database. */
    private static final int WAITS_AFTER_FAILURE = 50;

    private final Path output;
    private final JobDatabase database;
    private final JbatchContainer container;
    private final RepositoryReader reader;
    private final CrashRepair repair;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private JbatchRuntime(Path output, JobDatabase database) throws IOException {
        this.output = output;
        this.database = database;
        Holder.note(output);
        Sql sql = new Sql(database.dataSource());
        container = JbatchContainer.use(database.dataSource());
        reader = new RepositoryReader(sql);
        repair = new CrashRepair(sql, container.statuses());
        repair.settleDead();
    }

    /**
     * Takes hold of an output folder, makes its job repository when there is none, and settles what a dead process left there.
     *
     * @param output the output folder; made when it is missing
     * @throws OutputBusyException when another process, or another runtime of this one, holds the folder
     * @throws HeadroomException when the repository cannot be used
     */
    public static JbatchRuntime open(Path output) {
        if (!IN_USE.compareAndSet(false, true)) {
            throw new OutputBusyException(output, "this process", null);
        }
        boolean opened = false;
        try {
            JobDatabase database = openDatabase(output);
            try {
                JbatchRuntime runtime = new JbatchRuntime(output, database);
                opened = true;
                return runtime;
            } catch (IOException e) {
                throw new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the folder " + JobDatabase.folder(output) + " cannot be written (" + OutsideFailure.describe(e)
                                + ")",
                        "Choose another output folder with --out, or mend its permissions.",
                        e);
            } finally {
                if (!opened) {
                    database.close();
                }
            }
        } finally {
            if (!opened) {
                IN_USE.set(false);
            }
        }
    }

    /** A command that only reads holds the lock for a moment without being noted as its holder; that is waited for. */
    private static JobDatabase openDatabase(Path output) {
        for (int attempt = 1; ; attempt++) {
            try {
                return JobDatabase.open(output);
            } catch (OutputBusyException busy) {
                if (attempt == ATTEMPTS || Holder.isAlive(output)) {
                    throw busy;
                }
            }
            try {
                Thread.sleep(LONGEST_WAIT_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OutputBusyException(output, "", e);
            }
        }
    }

    @Override
    public long start(String job, Properties parameters) {
        try {
            return begun(container.operator().start(job, parameters));
        } catch (JobStartException | PersistenceException e) {
            throw notBegun("the job " + job + " cannot be started", e);
        }
    }

    @Override
    public long restart(long executionId, Properties changes) {
        JobRun run = findExecution(executionId)
                .orElseThrow(() -> new HeadroomException(
                        FailureFamily.CONFIG,
                        "there is no execution " + executionId + " in " + output,
                        "See the executions with: headroom jobs list --out " + output));
        JobRun newest = newestOf(run);
        if (newest.executionId() != executionId) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "execution " + executionId + " was restarted as " + newest.executionId() + ", which is "
                            + newest.status(),
                    newest.status().isRestartable() ? "Restart " + newest.executionId() + " instead." : "");
        }
        if (!run.status().isRestartable()) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "execution " + executionId + " is " + run.status()
                            + "; only one that is FAILED or STOPPED can be restarted",
                    "See the executions with: headroom jobs list --out " + output);
        }
        repair.prepareRestart(run);
        Properties parameters = new Properties();
        // jbatch takes only what is given here, so the old parameters have to be given again.
        run.parameters().forEach(parameters::setProperty);
        changes.stringPropertyNames().forEach(name -> parameters.setProperty(name, changes.getProperty(name)));
        try {
            return begun(container.operator().restart(executionId, parameters));
        } catch (JobRestartException | PersistenceException e) {
            throw notBegun("execution " + executionId + " cannot be restarted", e);
        }
    }

    private HeadroomException notBegun(String what, RuntimeException e) {
        return isOfRepository(e)
                ? new HeadroomException(
                        FailureFamily.EXTERNAL,
                        what + ", as the job repository in " + JobDatabase.folder(output) + " cannot be written: "
                                + Sql.reason(e),
                        "Check the space on the disk of the output folder, then give the same command again.",
                        e)
                : new HeadroomException(FailureFamily.INTERNAL, what + ": " + e.getMessage(), "Start the job anew.", e);
    }

    private static boolean isOfRepository(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException) {
                return true;
            }
        }
        return false;
    }

    /** The execution is written, and can be gone on with whatever happens; from now on, the repository may take its time. */
    private static long begun(long executionId) {
        JbatchContainer.repository().gatherWrites();
        return executionId;
    }

    private JobRun newestOf(JobRun run) {
        return executions(run.job()).stream()
                .filter(other -> other.instanceId() == run.instanceId())
                .findFirst()
                .orElse(run);
    }

    @Override
    public void stop(long executionId) {
        try {
            if (container.kernel().isExecutionRunning(executionId)) {
                container.operator().stop(executionId);
            }
        } catch (JobExecutionNotRunningException e) {
            // It ended between the question and the request, which is what was wanted.
            return;
        }
    }

    @Override
    public JobRun await(long executionId, Consumer<BatchRuntime> watcher) {
        long wait = FIRST_WAIT_MS;
        boolean asked = false;
        int waitsAfterFailure = 0;
        // The kernel forgets an execution after its last write to the repository, and may be asked without touching the
        // disk.
        while (container.kernel().isExecutionRunning(executionId)) {
            watcher.accept(this);
            if (database.hasFailed() && ++waitsAfterFailure > WAITS_AFTER_FAILURE) {
                break;
            }
            if (!asked && Holder.isStopRequested(output)) {
                asked = true;
                stop(executionId);
            }
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                stop(executionId);
                Thread.currentThread().interrupt();
                return require(executionId);
            }
            wait = Math.min(LONGEST_WAIT_MS, wait * 2);
        }
        JbatchContainer.repository().sync();
        JobRun run = require(executionId);
        if (!run.status().isOver()) {
            // A failure in jbatch's own code ends its thread without a last word.
            repair.settleDead();
            run = require(executionId);
        }
        return run;
    }

    private JobRun require(long executionId) {
        return findExecution(executionId)
                .orElseThrow(() -> new IllegalArgumentException("there is no execution " + executionId));
    }

    @Override
    public String failureLog() {
        return container.failureLog();
    }

    @Override
    public List<JobRun> executions(String job) {
        return reader.executions(job);
    }

    @Override
    public Optional<JobRun> findExecution(long executionId) {
        return reader.findExecution(executionId);
    }

    @Override
    public List<StepRun> steps(long executionId) {
        return reader.steps(executionId);
    }

    /** Gives the output folder back. Executions that still run lose their repository; stop and await them first. */
    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try {
            Holder.forget(output);
        } catch (IOException e) {
            // The files are hints only; the next holder writes its own.
        } finally {
            container.release();
            database.close();
            IN_USE.set(false);
        }
    }
}
