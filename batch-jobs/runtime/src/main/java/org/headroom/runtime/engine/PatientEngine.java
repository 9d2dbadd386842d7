package org.headroom.runtime.engine;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.Holder;
import org.headroom.runtime.lease.Lease;
import org.headroom.runtime.repository.JobDatabase;
import org.headroom.runtime.repository.LeaseTable;
import org.headroom.runtime.repository.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The engine of a runtime, brought over the times when its repository is out of reach: it waits, takes the lease in the repository anew, and
 * goes on, where jobs were under way with another engine. Safe for several threads.
 */
final class PatientEngine {
    /** A repository that goes whenever it is asked the same is not waited for without end. */
    static final int MAX_LOSSES = 100;

    private static final long IDLE_LOOK_MS = 100;

    private final JobDatabase database;
    private final Lease lease;
    private final Clock clock;
    private final Sql sql = new Sql(() -> now().connection());
    private final LeaseTable leases = new LeaseTable(sql);
    private final AtomicInteger losses = new AtomicInteger();
    private volatile JobEngine engine;
    private volatile long leaseId;

    PatientEngine(JobEngine engine, JobDatabase database, Lease lease, Clock clock) {
        this.engine = engine;
        this.database = database;
        this.lease = lease;
        this.clock = clock;
    }

    /** The engine that works now; not to be kept. */
    JobEngine now() {
        return engine;
    }

    /** The repository by the engine that works now. */
    Sql sql() {
        return sql;
    }

    /** How often the repository was lost. */
    int losses() {
        return losses.get();
    }

    /** Takes the lease in the repository and settles what a dead process left there; gives that process, if there was one. */
    Optional<Holder> begin() {
        engine.use(database);
        Optional<Holder> predecessor = lease.predecessor().or(leases::open);
        leaseId = engine.together(() -> {
            // First, as nothing that a holder before still had under way can be written after it.
            long taken = leases.take(lease.holder());
            engine.settleDead();
            return taken;
        });
        database.fence(leaseId);
        return predecessor;
    }

    /** Asks the repository something, anew when it was lost meanwhile and is there again. */
    <T extends @Nullable Object> T ask(Supplier<T> question) {
        return ask(question, this::regain);
    }

    /** As {@link #ask}, where each question anew is to find an engine that knows nothing of the one before. */
    <T extends @Nullable Object> T askAfresh(Supplier<T> question) {
        return ask(question, this::startAfresh);
    }

    private <T extends @Nullable Object> T ask(Supplier<T> question, Runnable wait) {
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
    void regain() {
        if (!database.isLost()) {
            return;
        }
        losses.incrementAndGet();
        database.regain(() -> {
            long taken = engine.together(
                    () -> leases.giveBack(leaseId, lease.holder(), clock.instant()) ? leases.take(lease.holder()) : -1);
            if (taken < 0) {
                return false;
            }
            leaseId = taken;
            database.fence(taken);
            return true;
        });
    }

    /** Waits for a repository that was lost, and settles what was under way in it as that of a dead process. */
    synchronized void startAfresh() {
        regain();
        while (!engine.isIdle()) {
            pause(IDLE_LOOK_MS);
        }
        JobEngine before = engine;
        // One that met an outage while it began is configured by half, and cannot be configured again.
        engine = ask(this::begun);
        before.release();
        settleDead();
    }

    private JobEngine begun() {
        JobEngine fresh = Engines.fresh();
        boolean done = false;
        try {
            fresh.use(database);
            done = true;
            return fresh;
        } finally {
            if (!done) {
                fresh.release();
            }
        }
    }

    /** Settles all that is not over, when nothing works at it any more. */
    void settleDead() {
        ask(() -> engine.together(() -> {
            engine.settleDead();
            return true;
        }));
    }

    /** Notes in the repository that the lease is over. */
    void giveBackLease() {
        ask(() -> engine.together(() -> leases.giveBack(leaseId, lease.holder(), clock.instant())));
    }

    /** Waits; false when the thread is asked to end. */
    static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
