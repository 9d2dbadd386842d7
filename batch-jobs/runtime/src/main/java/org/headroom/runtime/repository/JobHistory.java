package org.headroom.runtime.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headroom.runtime.BatchHistory;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.StepRun;
import org.headroom.runtime.lease.Lease;
import org.headroom.runtime.lease.StopRequest;

/**
 * Reads the job repository of an output folder without starting jbatch and without the lease, also while another process runs a job
 * there. An execution that this shows as not over is running only when {@link #isHeld()}; else its process died.
 */
public final class JobHistory implements BatchHistory {
    private final JobDatabase database;
    private final RepositoryReader reader;
    private final Optional<Path> copy;
    private final boolean isHeld;

    private JobHistory(JobDatabase database, Optional<Path> copy, boolean isHeld) {
        this.database = database;
        this.reader = new RepositoryReader(new Sql(database::connect));
        this.copy = copy;
        this.isHeld = isHeld;
    }

    /**
     * Opens the repository.
     *
     * @param output the output folder
     * @param repository where its jobs are kept
     * @return empty when nothing has ever been run there
     * @throws org.headroom.model.HeadroomException when the repository cannot be used
     */
    public static Optional<JobHistory> open(Path output, JobRepository repository) {
        // Asked first: who gives the lease back now has written all before.
        boolean isHeld = isHeld(output);
        try {
            if (repository.url().isEmpty()) {
                return EmbeddedDatabase.exists(output) ? Optional.of(openCopy(output, isHeld)) : Optional.empty();
            }
            Optional<JobDatabase> database = DatabaseServer.required().openForReading(output, repository);
            if (database.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new JobHistory(
                    database.get(), Optional.empty(), isHeld || database.get().isHeld()));
        } catch (IOException e) {
            throw new UncheckedIOException("the job repository of " + output + " cannot be read", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the locks of the job repository cannot be read", e);
        }
    }

    private static JobHistory openCopy(Path output, boolean isHeld) throws IOException {
        Path copy = Files.createTempDirectory("headroom-jobs");
        boolean opened = false;
        try {
            JobHistory history = new JobHistory(EmbeddedDatabase.openCopy(output, copy), Optional.of(copy), isHeld);
            opened = true;
            return history;
        } finally {
            if (!opened) {
                delete(copy);
            }
        }
    }

    /** Whether the output folder itself has a repository, and be it a damaged one. */
    public static boolean isInFolder(Path output) {
        return EmbeddedDatabase.isFilled(output);
    }

    /** Whether a process, this one or another, works in an output folder now. */
    public static boolean isHeld(Path output) {
        return Lease.isHeld(output);
    }

    /** Whether a process held the output folder when this was opened. */
    public boolean isHeld() {
        return isHeld;
    }

    /**
     * Asks the process that holds the output folder to stop its job at the next checkpoint; it looks for the request several
     * times a second.
     */
    public static void requestStop(Path output) {
        try {
            StopRequest.make(output);
        } catch (IOException e) {
            throw new UncheckedIOException("the request to stop cannot be written in " + output, e);
        }
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

    @Override
    public void close() {
        database.close();
        copy.ifPresent(JobHistory::delete);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of the job repository in " + folder + " cannot be deleted", e);
        }
    }
}
