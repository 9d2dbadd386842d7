package org.headroom.runtime.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.OutputBusyException;

/** An open database with the job repository of one output folder. What only some databases need does nothing by default. */
public interface JobDatabase extends AutoCloseable {
    /**
     * Opens the repository of an output folder for writing, makes it when there is none, and notes for {@link JobHistory} where it is. Only
     * the holder of the lease may do that.
     *
     * @param messages told in a few words when a repository that is out of reach is waited for, and when it is back
     * @throws OutputBusyException when another process has it open all the same
     * @throws HeadroomException when it cannot be used
     */
    static JobDatabase open(Path output, JobRepository repository, Consumer<String> messages) throws IOException {
        JobDatabase database = repository.url().isPresent()
                ? DatabaseServer.required().open(output, repository, messages)
                : EmbeddedDatabase.open(output);
        boolean noted = false;
        try {
            NotedRepository.note(output, repository);
            noted = true;
            return database;
        } finally {
            if (!noted) {
                database.close();
            }
        }
    }

    /** A connection, to be closed, whose statements find the tables without the name of a schema. */
    Connection connect() throws SQLException;

    /** Brings all that was committed safely to the disk. */
    default void sync() throws SQLException {}

    /** Says that from now on, what is committed may wait a moment for the disk, unless {@link #sync} asks for it. */
    default void gatherWrites() throws SQLException {}

    /** Says that from now on, nothing may be written by its connections any more when this lease is over. */
    default void fence(long leaseId) {}

    /** Looks whether it is still there; to be called every few seconds. */
    default void watch() {}

    /** Whether it went out of reach since it was last regained; what failed since may have failed by that alone. */
    default boolean isLost() {
        return false;
    }

    /**
     * Waits until it is back, for as long as its patience lasts.
     *
     * @param again takes the lease again, false when another process has it; is called anew when the database is lost in between
     * @throws HeadroomException of family EXTERNAL when the patience is over, or another process has taken the lease
     */
    default void regain(BooleanSupplier again) {}

    /** Why the database was given up; empty while all is well. */
    default Optional<HeadroomException> failure() {
        return Optional.empty();
    }

    /** Whether another process, on this host or another, works with the repository. */
    default boolean isHeld() throws SQLException {
        return false;
    }

    @Override
    void close();
}
