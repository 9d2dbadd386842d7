package org.headroom.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * Which database keeps the jobs of an output folder.
 *
 * @param url address of a PostgreSQL database; empty for the database in the output folder
 * @param user user of the database, where it is not in the address
 * @param password its password, where it is not in the address; never shown
 * @param patience how long a job waits for a database that cannot be reached
 */
public record JobRepository(Optional<String> url, Optional<String> user, Optional<String> password, Duration patience) {
    /** How long a job waits when nothing else is said. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(120);

    /** The database in the output folder. */
    public static final JobRepository EMBEDDED =
            new JobRepository(Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_PATIENCE);

    /** Says where, and no secret: even an address may hold one. */
    @Override
    public String toString() {
        return url.isEmpty() ? "embedded job repository" : "job repository on PostgreSQL";
    }
}
