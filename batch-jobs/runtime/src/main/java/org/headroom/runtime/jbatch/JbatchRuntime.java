package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.exception.PersistenceException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.JobStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runtime.BatchRuntime;
import org.headroom.runtime.Holder;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.OutputBusyException;
import org.headroom.runtime.StepRun;
import org.headroom.runtime.lease.Lease;

/**
 * {@link BatchRuntime} on jbatch 2.1 embedded, with its repository in the output folder or on a PostgreSQL server. One may be open in a JVM
 * at a time.
 */
public final class JbatchRuntime implements BatchRuntime {
    private static final AtomicBoolean IN_USE = new AtomicBoolean();
    private static final long FIRST_WAIT_MS = 5;
    private static final long LONGEST_WAIT_MS = 100;
    private static final long LOOK_AFTER_NANOS = Duration.ofSeconds(5).toNanos();

    /** How long a job may take to end that has lost its repository: mostly all that it asks of it fails at once, but it may hang there. */
    private static final long LAST_WAIT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Path output;
    private final Lease lease;
    private final JobDatabase database;
    private final JbatchContainer container;
    private final RepositoryReader reader;
    private final CrashRepair repair;
    private final LeaseTable leases;
    private final Optional<Holder> predecessor;
    private final long leaseId;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile long newest = -1;

    private JbatchRuntime(Path output, Lease lease, JobDatabase database) throws IOException {
        this.output = output;
        this.lease = lease;
        this.database = database;
        StopRequest.forget(output);
        container = JbatchContainer.use(database);
        RepositorySource repository = JbatchContainer.repository();
        Sql sql = new Sql(repository::getConnection);
        reader = new RepositoryReader(sql);
        repair = new CrashRepair(sql, container.statuses());
        leases = new LeaseTable(sql);
        predecessor = lease.predecessor().or(leases::open);
        leaseId = repository.together(() -> {
            repair.settleDead();
            return leases.take(lease.holder());
        });
        database.fence(leaseId);
        lease.settled();
    }

    /**
     * Takes the lease of an output folder, makes its job repository when there is none, and settles what a dead process left there.
     *
     * @param output the output folder; made when it is missing
     * @param repository where the jobs are kept; noted in the output folder for {@link JbatchHistory}
     * @param messages told in a few words when a repository that is out of reach is waited for, and when it is back
     * @throws OutputBusyException when another process, or another runtime of this one, holds the folder
     * @throws HeadroomException when the repository cannot be used
     */
    public static JbatchRuntime open(Path output, JobRepository repository, Consumer<String> messages) {
        if (!IN_USE.compareAndSet(false, true)) {
            throw new OutputBusyException(output, Optional.empty());
        }
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        boolean done = false;
        try {
            Lease lease = Lease.take(output);
            opened.push(lease);
            JobDatabase database = repository.url().isPresent()
                    ? PostgresDatabase.open(output, repository, messages)
                    : EmbeddedDatabase.open(output);
            opened.push(database);
            NotedRepository.note(output, repository);
            JbatchRuntime runtime = new JbatchRuntime(output, lease, database);
            done = true;
            return runtime;
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "the folder " + Lease.folder(output) + " cannot be read or written (" + OutsideFailure.describe(e)
                            + ")",
                    "Choose another output folder with --out, or mend its permissions.",
                    e);
        } finally {
            if (!done) {
                opened.forEach(JbatchRuntime::closeQuietly);
                IN_USE.set(false);
            }
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // What failed before is what people have to hear of.
            return;
        }
    }

    @Override
    public Optional<Holder> takenOverFrom() {
        return predecessor;
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
        JbatchContainer.repository().together(() -> {
            repair.prepareRestart(run);
            return null;
        });
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

    private static HeadroomException notBegun(String what, RuntimeException e) {
        return isOfRepository(e)
                ? Sql.failure(what + ", as the job repository cannot be written", e)
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
    private long begun(long executionId) {
        newest = executionId;
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
        long looked = System.nanoTime();
        // The kernel forgets an execution after its last write to the repository, and may be asked without touching the
        // disk.
        while (container.kernel().isExecutionRunning(executionId)) {
            watcher.accept(this);
            if (!asked && StopRequest.isMade(output)) {
                asked = true;
                stop(executionId);
            }
            if (System.nanoTime() - looked > LOOK_AFTER_NANOS) {
                looked = System.nanoTime();
                database.watch();
            }
            if (database.failure().isPresent()) {
                letGo(executionId, database.failure().get());
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
            run = JbatchContainer.repository().together(() -> {
                repair.settleDead();
                return require(executionId);
            });
        }
        return run;
    }

    /** Waits a little for a job that has lost its repository, so that nothing works in the output folder when the lease is given back. */
    private void letGo(long executionId, HeadroomException failure) {
        long began = System.nanoTime();
        while (container.kernel().isExecutionRunning(executionId) && System.nanoTime() - began < LAST_WAIT_NANOS) {
            try {
                Thread.sleep(LONGEST_WAIT_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw failure;
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
        // Else threads may still write to the folder; the operating system gives the lease back when they are gone.
        boolean isOver = database.failure().isEmpty()
                && (newest < 0 || !container.kernel().isExecutionRunning(newest));
        try {
            if (isOver) {
                database.unfence();
                JbatchContainer.repository().together(() -> {
                    leases.giveBack(leaseId);
                    return null;
                });
            }
        } catch (HeadroomException e) {
            // The next holder finds the lease open, and that nobody has it.
        } finally {
            container.release();
            database.close();
            if (isOver) {
                lease.close();
            }
            IN_USE.set(false);
        }
    }
}
