package org.headroom.runtime.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
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
import org.headroom.runtime.lease.StopRequest;
import org.headroom.runtime.repository.JobDatabase;
import org.headroom.runtime.repository.RepositoryReader;

/**
 * {@link BatchRuntime} for an output folder, whose lease it holds, with its repository in the folder or on a server. Several may be open in
 * a JVM, for as many folders.
 *
 * <p>A repository that goes out of reach fails the execution that meets that. It is then waited for, and the execution is restarted from its
 * last checkpoint on an engine that knows nothing of the one before, as the next process would after a crash.
 */
public final class LeasedRuntime implements BatchRuntime {
    private static final long FIRST_WAIT_MS = 5;
    private static final long LONGEST_WAIT_MS = 100;
    private static final long LOOK_AFTER_NANOS = Duration.ofSeconds(5).toNanos();

    /** How long a job may take to end that has lost its repository: mostly all that it asks of it fails at once, but it may hang there. */
    private static final long LAST_WAIT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Path output;
    private final Lease lease;
    private final JobDatabase database;
    private final PatientEngine engine;
    private final RepositoryReader reader;
    private final Optional<Holder> predecessor;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** The newest execution in place of one that lost its repository. */
    private final Map<Long, Long> successors = new ConcurrentHashMap<>();

    private volatile long newest = -1;
    private volatile boolean isStopAsked;

    /** Losses when the newest execution began. */
    private volatile int lossesBefore;

    private LeasedRuntime(Path output, Lease lease, JobDatabase database, PatientEngine engine) throws IOException {
        this.output = output;
        this.lease = lease;
        this.database = database;
        this.engine = engine;
        reader = new RepositoryReader(engine.sql());
        StopRequest.forget(output);
        predecessor = engine.begin();
        lease.settled();
    }

    /**
     * Takes the lease of an output folder, makes its job repository when there is none, and settles what a dead process left there.
     *
     * @param output the output folder; made when it is missing
     * @param repository where the jobs are kept; noted in the output folder for {@link org.headroom.runtime.repository.JobHistory}
     * @param clock tells since when and until when the folder is held
     * @param messages told in a few words when a repository that is out of reach is waited for, and when it is back
     * @throws OutputBusyException when another process, or another runtime of this one, holds the folder
     * @throws HeadroomException when the repository cannot be used
     */
    public static LeasedRuntime open(Path output, JobRepository repository, Clock clock, Consumer<String> messages) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        boolean done = false;
        try {
            Lease lease = Lease.take(output, clock);
            opened.push(lease);
            JobDatabase database = JobDatabase.open(output, repository, messages);
            opened.push(database);
            JobEngine engine = Engines.take();
            opened.push(() -> Engines.giveBack(engine));
            opened.push(engine::release);
            LeasedRuntime runtime =
                    new LeasedRuntime(output, lease, database, new PatientEngine(engine, database, lease, clock));
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
                opened.forEach(LeasedRuntime::closeQuietly);
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
        isStopAsked = false;
        return begun(engine.askAfresh(() -> engine.now().start(job, parameters)));
    }

    @Override
    public long restart(long executionId, Properties changes) {
        JobRun run = findExecution(executionId)
                .orElseThrow(() -> new HeadroomException(
                        FailureFamily.CONFIG,
                        "there is no execution " + executionId + " in " + output,
                        "See the executions with: headroom jobs list --out " + output));
        JobRun last = newestOf(run);
        if (last.executionId() != executionId) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "execution " + executionId + " was restarted as " + last.executionId() + ", which is "
                            + last.status(),
                    last.status().isRestartable() ? "Restart " + last.executionId() + " instead." : "");
        }
        if (!run.status().isRestartable()) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "execution " + executionId + " is " + run.status()
                            + "; only one that is FAILED or STOPPED can be restarted",
                    "See the executions with: headroom jobs list --out " + output);
        }
        isStopAsked = false;
        return goOn(run, changes);
    }

    private long goOn(JobRun run, Properties changes) {
        // Only what is given here is taken, so the old parameters have to be given again.
        Properties parameters = run.properties();
        changes.stringPropertyNames().forEach(name -> parameters.setProperty(name, changes.getProperty(name)));
        // A restart that the repository was lost in may have left an execution, which is then the one to go on with.
        return begun(engine.askAfresh(() -> engine.now().restart(newestOf(run), parameters)));
    }

    /** The execution is written, and can be gone on with whatever happens; from now on, the repository may take its time. */
    private long begun(long executionId) {
        newest = executionId;
        lossesBefore = engine.losses();
        engine.now().gatherWrites();
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
        isStopAsked = true;
        try {
            engine.now().stop(successors.getOrDefault(executionId, executionId));
        } catch (HeadroomException e) {
            if (!database.isLost()) {
                throw e;
            }
            // It ends by that, and is not gone on with.
        }
    }

    @Override
    public JobRun await(long executionId, Consumer<BatchRuntime> watcher) {
        for (int loss = 0; ; loss++) {
            long current = successors.getOrDefault(executionId, executionId);
            awaitEnd(current, watcher);
            JobRun run = require(current);
            if (Thread.currentThread().isInterrupted()) {
                return run;
            }
            if (!run.status().isOver()) {
                // A failure in the engine's own code, as of a repository that is lost, ends its thread without a last
                // word.
                engine.settleDead();
                run = require(current);
            }
            if (engine.losses() == lossesBefore || !run.status().isRestartable() || loss == PatientEngine.MAX_LOSSES) {
                return run;
            }
            if (isStopAsked) {
                engine.ask(() -> engine.sql()
                        .update(
                                "UPDATE EXECUTIONINSTANCEDATA SET BATCHSTATUS = 'STOPPED' WHERE JOBEXECID = ?",
                                current));
                return require(current);
            }
            engine.startAfresh();
            successors.put(executionId, goOn(require(current), new Properties()));
        }
    }

    /** Waits until an execution is over and its repository there. */
    private void awaitEnd(long executionId, Consumer<BatchRuntime> watcher) {
        long wait = FIRST_WAIT_MS;
        boolean asked = false;
        long looked = System.nanoTime();
        while (engine.now().isRunning(executionId)) {
            watcher.accept(this);
            if (!asked && (isStopAsked || StopRequest.isMade(output))) {
                asked = true;
                stop(executionId);
            }
            if (System.nanoTime() - looked > LOOK_AFTER_NANOS) {
                looked = System.nanoTime();
                database.watch();
            }
            regainOrLetGo(executionId);
            if (database.failure().isPresent()) {
                throw letGo(executionId, database.failure().get());
            }
            if (!PatientEngine.pause(wait)) {
                stop(executionId);
                return;
            }
            wait = Math.min(LONGEST_WAIT_MS, wait * 2);
        }
        regainOrLetGo(executionId);
        engine.now().sync();
    }

    private void regainOrLetGo(long executionId) {
        try {
            engine.regain();
        } catch (HeadroomException e) {
            throw letGo(executionId, e);
        }
    }

    /** Waits a little for a job that has lost its repository, so that nothing works in the output folder when the lease is given back. */
    private HeadroomException letGo(long executionId, HeadroomException failure) {
        long began = System.nanoTime();
        while (engine.now().isRunning(executionId)
                && System.nanoTime() - began < LAST_WAIT_NANOS
                && PatientEngine.pause(LONGEST_WAIT_MS)) {
            continue;
        }
        return failure;
    }

    private JobRun require(long executionId) {
        return findExecution(executionId)
                .orElseThrow(() -> new IllegalArgumentException("there is no execution " + executionId));
    }

    @Override
    public String failureLog() {
        return engine.now().failureLog();
    }

    @Override
    public List<JobRun> executions(String job) {
        return engine.ask(() -> reader.executions(job));
    }

    @Override
    public Optional<JobRun> findExecution(long executionId) {
        return engine.ask(() -> reader.findExecution(executionId));
    }

    @Override
    public List<StepRun> steps(long executionId) {
        return engine.ask(() -> reader.steps(executionId));
    }

    /** Gives the output folder back. Executions that still run lose their repository; stop and await them first. */
    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        // Else threads may still write to the folder; the operating system gives the lease back when they are gone.
        boolean isOver =
                database.failure().isEmpty() && (newest < 0 || !engine.now().isRunning(newest));
        try {
            if (isOver) {
                engine.giveBackLease();
            }
        } catch (HeadroomException e) {
            // The next holder finds the lease open, and that nobody has it.
        } finally {
            engine.now().release();
            database.close();
            if (isOver) {
                Engines.giveBack(engine.now());
                lease.close();
            }
        }
    }
}
