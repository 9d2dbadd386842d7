package org.headroom.cli.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.headroom.cli.frame.Surroundings;
import org.headroom.jobs.project.JobRepositorySpec;
import org.headroom.jobs.project.Project;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.repository.DatabaseServer;
import org.headroom.runtime.repository.NotedRepository;

/** Which job repository a command works with: what the environment says, or else the project, or else the last run. */
public final class RepositoryChoice {
    private static final String URL = "HEADROOM_DB_URL";
    private static final String USER = "HEADROOM_DB_USER";
    private static final String PASSWORD = "HEADROOM_DB_PASSWORD";
    private static final String PATIENCE = "HEADROOM_DB_PATIENCE_SECONDS";

    private final Surroundings surroundings;

    /** A choice in these surroundings. */
    public RepositoryChoice(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The repository for runs of a project.
     *
     * @throws HeadroomException of family CONFIG when an address or a number cannot be used
     */
    public JobRepository of(Project project) {
        JobRepositorySpec spec = project.jobRepository();
        if (spec.url().isPresent()
                && DatabaseServer.required().hasSecret(spec.url().get())) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the address of the job repository in " + project.file() + " holds a password",
                    "Take it out, and give it in the environment variable " + PASSWORD + ".");
        }
        Duration patience = patience(spec.patienceSeconds().stream()
                .mapToObj(Duration::ofSeconds)
                .findFirst()
                .orElse(JobRepository.DEFAULT_PATIENCE));
        return checked(new JobRepository(
                variable(URL).or(spec::url), variable(USER).or(spec::user), variable(PASSWORD), patience));
    }

    /**
     * The repository for a new run of a project.
     *
     * @throws HeadroomException of family CONFIG when an address or a number cannot be used, or when the address of the repository that the
     *     runs before had has gone
     */
    public JobRepository forRun(Project project, Path output) {
        JobRepository chosen = of(project);
        if (chosen.url().isEmpty() && NotedRepository.isThere(output)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the jobs of " + output + " are kept on a PostgreSQL server, but neither " + URL + " nor "
                            + project.file() + " names one",
                    "Set " + URL + ". To keep them in the output folder from now on, delete "
                            + NotedRepository.file(output) + "; a run that has not ended is then made anew.");
        }
        return chosen;
    }

    /**
     * The repository of the jobs in an output folder.
     *
     * @param project the project whose jobs they are, where it is known
     * @throws HeadroomException of family CONFIG when an address or a number cannot be used
     */
    public JobRepository of(Path output, Optional<Project> project) {
        if (project.isPresent()) {
            return of(project.get());
        }
        if (variable(URL).isPresent()) {
            return checked(new JobRepository(
                    variable(URL), variable(USER), variable(PASSWORD), patience(JobRepository.DEFAULT_PATIENCE)));
        }
        return noted(output)
                .map(noted -> checked(new JobRepository(
                        noted.url(), variable(USER).or(noted::user), noted.password(), patience(noted.patience()))))
                .orElse(JobRepository.EMBEDDED);
    }

    private Optional<JobRepository> noted(Path output) {
        try {
            return NotedRepository.find(output, variable(PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException("the note of the job repository in " + output + " cannot be read", e);
        }
    }

    private static JobRepository checked(JobRepository repository) {
        if (repository.url().isPresent()) {
            DatabaseServer.required().check(repository);
        }
        return repository;
    }

    private Duration patience(Duration otherwise) {
        return variable(PATIENCE)
                .map(text -> {
                    if (!text.matches("[0-9]{1,5}")) {
                        throw new HeadroomException(
                                FailureFamily.CONFIG,
                                PATIENCE + " is \"" + text + "\"; it must be a number of seconds up to 99999",
                                "");
                    }
                    return Duration.ofSeconds(Long.parseLong(text));
                })
                .orElse(otherwise);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(surroundings.variables().get(name)).filter(value -> !value.isBlank());
    }
}
