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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.headroom.runtime.repository.LeaseTable;
import org.headroom.runtime.repository.RepositoryReader;
import org.headroom.runtime.repository.Sql;

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

    /** A repository that goes whenever it is asked the same is not waited for without end. */
    private static final int MAX_LOSSES = 100;

    private final Path output;
    private final Lease lease;
    private final Clock clock;
    private final JobDatabase database;
    private final Sql sql = new Sql(() -> engine().connection());
    private final RepositoryReader reader = new RepositoryReader(sql);
    private final LeaseTable leases = new LeaseTable(sql);
    private final Optional<Holder> predecessor;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** The newest execution in place of one that lost its repository. */
    private final Map<Long, Long> successors = new ConcurrentHashMap<>();

    private volatile JobEngine engine;
    private volatile long leaseId;
    private volatile long newest = -1;
    private volatile boolean isStopAsked;

    private final AtomicInteger losses = new AtomicInteger();

    /** Losses when the newest execution began. */
    private volatile int lossesBefore;

    private LeasedRuntime(Path output, Lease lease, JobDatabase database, JobEngine engine, Clock clock)
            throws IOException {
        this.clock = clock;
        this.output = output;
        this.lease = lease;
        this.database = database;
        this.engine = engine;
        StopRequest.forget(output);
        engine.use(database);
        predecessor = lease.predecessor().or(leases::open);
        leaseId = engine.together(() -> {
            // First, as nothing that a holder before still had under way can be written after it.
            long taken = leases.take(lease.holder());
            engine.settleDead();
            return taken;
        });
        database.fence(leaseId);
        lease.settled();
    }

    private JobEngine engine() {
        return engine;
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
            LeasedRuntime runtime = new LeasedRuntime(output, lease, database, engine, clock);
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
        return begun(patiently(() -> engine.start(job, parameters), this::startAfresh));
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
        Properties parameters = new Properties();
        // Only what is given here is taken, so the old parameters have to be given again.
        run.parameters().forEach(parameters::setProperty);
        changes.stringPropertyNames().forEach(name -> parameters.setProperty(name, changes.getProperty(name)));
        // A restart that the repository was lost in may have left an execution, which is then the one to go on with.
        return begun(patiently(() -> engine.restart(newestOf(run), parameters), this::startAfresh));
    }

    /** The execution is written, and can be gone on with whatever happens; from now on, the repository may take its time. */
    private long begun(long executionId) {
        newest = executionId;
        lossesBefore = losses.get();
        engine.gatherWrites();
        return executionId;
    }

    private JobRun newestOf(JobRun run) {
        return executions(run.job()).stream()
                .filter(other -> other.instanceId() == run.instanceId())
                .findFirst()
                .orElse(run);
    }

    /** Asks the repository something, anew when it was lost meanwhile and is there again. */
    private <T> T patiently(Supplier<T> question) {
        return patiently(question, this::regain);
    }

    private <T> T patiently(Supplier<T> question, Runnable wait) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (HeadroomException e) {
                if (!database.isLost() || attempt == MAX_LOSSES) {
                    throw e;
                }
                wait.run();
            }
        }
    }

    /** Waits for the repository when it was lost, and takes the lease there anew. */
    private void regain() {
        if (!database.isLost()) {
            return;
        }
        losses.incrementAndGet();
        database.regain(() -> {
            long taken =
                    engine.together(() -> leases.giveBack(leaseId, clock.instant()) ? leases.take(lease.holder()) : -1);
            if (taken < 0) {
                return false;
            }
            leaseId = taken;
            database.fence(taken);
            return true;
        });
    }

    /** Waits for a repository that was lost, and settles what was under way in it as that of a dead process. */
    private synchronized void startAfresh() {
        regain();
        while (!engine.isIdle()) {
            pause(LONGEST_WAIT_MS);
        }
        JobEngine before = engine;
        engine = Engines.fresh();
        engine.use(database);
        before.release();
        settleDead();
    }

    private void settleDead() {
        patiently(() -> engine.together(() -> {
            engine.settleDead();
            return true;
        }));
    }

    @Override
    public void stop(long executionId) {
        isStopAsked = true;
        try {
            engine.stop(successors.getOrDefault(executionId, executionId));
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
                settleDead();
                run = require(current);
            }
            if (losses.get() == lossesBefore || !run.status().isRestartable() || loss == MAX_LOSSES) {
                return run;
            }
            if (isStopAsked) {
                patiently(() -> sql.update(
                        "UPDATE EXECUTIONINSTANCEDATA SET BATCHSTATUS = 'STOPPED' WHERE JOBEXECID = ?", current));
                return require(current);
            }
            startAfresh();
            successors.put(executionId, goOn(require(current), new Properties()));
        }
    }

    /** Waits until an execution is over and its repository there. */
    private void awaitEnd(long executionId, Consumer<BatchRuntime> watcher) {
        long wait = FIRST_WAIT_MS;
        boolean asked = false;
        long looked = System.nanoTime();
        while (engine.isRunning(executionId)) {
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
            if (!pause(wait)) {
                stop(executionId);
                return;
            }
            wait = Math.min(LONGEST_WAIT_MS, wait * 2);
        }
        regainOrLetGo(executionId);
        engine.sync();
    }

    private void regainOrLetGo(long executionId) {
        try {
            regain();
        } catch (HeadroomException e) {
            throw letGo(executionId, e);
        }
    }

    /** Waits a little for a job that has lost its repository, so that nothing works in the output folder when the lease is given back. */
    private HeadroomException letGo(long executionId, HeadroomException failure) {
        long began = System.nanoTime();
        while (engine.isRunning(executionId) && System.nanoTime() - began < LAST_WAIT_NANOS && pause(LONGEST_WAIT_MS)) {
            continue;
        }
        return failure;
    }

    /** False when the thread is asked to end. */
    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JobRun require(long executionId) {
        return findExecution(executionId)
                .orElseThrow(() -> new IllegalArgumentException("there is no execution " + executionId));
    }

    @Override
    public String failureLog() {
        return engine.failureLog();
    }

    @Override
    public List<JobRun> executions(String job) {
        return patiently(() -> reader.executions(job));
    }

    @Override
    public Optional<JobRun> findExecution(long executionId) {
        return patiently(() -> reader.findExecution(executionId));
    }

    @Override
    public List<StepRun> steps(long executionId) {
        return patiently(() -> reader.steps(executionId));
    }

    /** Gives the output folder back. Executions that still run lose their repository; stop and await them first. */
    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        // Else threads may still write to the folder; the operating system gives the lease back when they are gone.
        boolean isOver = database.failure().isEmpty() && (newest < 0 || !engine.isRunning(newest));
        try {
            if (isOver) {
                patiently(() -> engine.together(() -> leases.giveBack(leaseId, clock.instant())));
            }
        } catch (HeadroomException e) {
            // The next holder finds the lease open, and that nobody has it.
        } finally {
            engine.release();
            database.close();
            if (isOver) {
                Engines.giveBack(engine);
                lease.close();
            }
        }
    }
}
