package org.headroom.runtime.jbatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.headroom.model.HeadroomException;

/** An open database with the job repository of one output folder. What only some databases need does nothing by default. */
interface JobDatabase extends AutoCloseable {
    /** A connection, to be closed, whose statements find the tables without the name of a schema. */
    Connection connect() throws SQLException;

    /** Brings all that was committed safely to the disk. */
    default void sync() throws SQLException {}

    /** Says that from now on, what is committed may wait a moment for the disk, unless {@link #sync} asks for it. */
    default void gatherWrites() throws SQLException {}

    /** Says that nothing may be written any more when this lease is over. */
    default void fence(long leaseId) {}

    /** Lifts the fence, for who gives its own lease back. */
    default void unfence() {}

    /** Looks after the connection; to be called every few seconds. */
    default void watch() {}

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
