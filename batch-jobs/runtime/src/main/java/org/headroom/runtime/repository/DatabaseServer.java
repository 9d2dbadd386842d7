package org.headroom.runtime.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRepository;
import org.jspecify.annotations.Nullable;

/** Job repositories on a database server. Found by {@link ServiceLoader}; an installation that has no use for one can do without. */
public interface DatabaseServer {
    /** Opens the repository of an output folder, as {@link JobDatabase#open} says. */
    JobDatabase open(Path output, JobRepository repository, Consumer<String> messages) throws IOException;

    /**
     * Opens the repository of an output folder for reading.
     *
     * @return empty when nothing has been run in the output folder with it
     * @throws HeadroomException when it cannot be used
     */
    Optional<JobDatabase> openForReading(Path output, JobRepository repository) throws IOException;

    /**
     * Checks the address of a repository.
     *
     * @throws HeadroomException of family CONFIG when it is none, or sets what it may not; no message shows a value of it
     */
    void check(JobRepository repository);

    /** Whether an address holds a password, which is refused where others can read it. */
    boolean hasSecret(String url);

    /** A checked address without passwords, to be kept. */
    String withoutSecrets(String url);

    /**
     * The one that is installed.
     *
     * @throws HeadroomException of family CONFIG when none is
     */
    static DatabaseServer required() {
        try {
            return ServiceLoader.load(DatabaseServer.class, DatabaseServer.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(() -> missing(null));
        } catch (ServiceConfigurationError e) {
            throw missing(e);
        }
    }

    private static HeadroomException missing(@Nullable Throwable cause) {
        return new HeadroomException(
                FailureFamily.CONFIG,
                "jobs are to be kept on a PostgreSQL server, and this installation has no driver for one",
                "Add the jars postgresql and flyway-database-postgresql, or keep the jobs in the output folder.",
                cause);
    }
}
