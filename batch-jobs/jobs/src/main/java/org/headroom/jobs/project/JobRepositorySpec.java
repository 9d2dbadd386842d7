package org.headroom.jobs.project;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which database a project's jobs are kept in, where it is not the one in the folder for runs.
 *
 * @param url address of a PostgreSQL database; empty for the one in the folder for runs
 * @param user its user; empty when the environment or the address says it
 * @param patienceSeconds how long a job waits for a database that cannot be reached
 */
public record JobRepositorySpec(Optional<String> url, Optional<String> user, OptionalInt patienceSeconds) {}
