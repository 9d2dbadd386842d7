package org.headroom.cli.batch.jbatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headroom.cli.batch.BatchHistory;
import org.headroom.cli.batch.JobRun;
import org.headroom.cli.batch.OutputBusyException;
import org.headroom.cli.batch.StepRun;

/**
 * Reads the job repository of an output folder without starting jbatch, also while another process runs a job there. An
 * execution that this shows as not over is running only when {@link #isHeld()}; else its process died.
 */
public final class JbatchHistory implements BatchHistory {
    private final JobDatabase database;
    private final RepositoryReader reader;
    private final Optional<Path> copy;

    private JbatchHistory(JobDatabase database, Optional<Path> copy) {
        this.database = database;
        this.reader = new RepositoryReader(new Sql(database.dataSource()));
        this.copy = copy;
    }

    /**
     * Opens the repository.
     *
     * @param output the output folder
     * @return empty when nothing has ever been run there
     * @throws org.headroom.model.HeadroomException when the repository cannot be used
     */
    public static Optional<JbatchHistory> open(Path output) {
        if (!JobDatabase.exists(output)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JbatchHistory(JobDatabase.open(output), Optional.empty()));
        } catch (OutputBusyException busy) {
            return Optional.of(openCopy(output));
        }
    }

    private static JbatchHistory openCopy(Path output) {
        try {
            Path copy = Files.createTempDirectory("headroom-jobs");
            return new JbatchHistory(JobDatabase.openCopy(output, copy), Optional.of(copy));
        } catch (IOException e) {
            throw new UncheckedIOException("the job repository in " + output + " cannot be copied", e);
        }
    }

    /** Whether a process, this one or another, works in an output folder now. */
    public static boolean isHeld(Path output) {
        if (!JobDatabase.exists(output)) {
            return false;
        }
        try {
            JobDatabase.open(output).close();
            return false;
        } catch (OutputBusyException busy) {
            return true;
        }
    }

    /** Whether another process held the output folder when this was opened. */
    public boolean isHeld() {
        return copy.isPresent();
    }

    /**
     * Asks the process that holds the output folder to stop its job at the next checkpoint; it looks for the request several
     * times a second.
     */
    public static void requestStop(Path output) {
        try {
            Holder.requestStop(output);
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
        copy.ifPresent(JbatchHistory::delete);
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
