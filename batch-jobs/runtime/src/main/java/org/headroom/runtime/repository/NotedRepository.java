package org.headroom.runtime.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.lease.Lease;

/** The address of the repository that the last run used, without a password, so that looking at jobs needs no project. */
public final class NotedRepository {
    private NotedRepository() {}

    static void note(Path output, JobRepository repository) throws IOException {
        if (repository.url().isEmpty()) {
            Files.deleteIfExists(file(output));
            return;
        }
        String text = DatabaseServer.required().withoutSecrets(repository.url().get()) + "\n"
                + repository.user().orElse("") + "\n";
        if (Files.exists(file(output))
                && Files.readString(file(output), StandardCharsets.UTF_8).equals(text)) {
            return;
        }
        Path hidden = file(output).resolveSibling("repository.new");
        Files.writeString(hidden, text, StandardCharsets.UTF_8);
        Files.move(hidden, file(output), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The repository that the last run in an output folder used; empty when that was the embedded one, or nothing was run.
     *
     * @param password password of its user
     */
    public static Optional<JobRepository> find(Path output, Optional<String> password) throws IOException {
        if (!Files.exists(file(output))) {
            return Optional.empty();
        }
        String[] lines = Files.readString(file(output), StandardCharsets.UTF_8).split("\n", -1);
        Optional<String> user = lines.length < 2 || lines[1].isEmpty() ? Optional.empty() : Optional.of(lines[1]);
        return Optional.of(new JobRepository(Optional.of(lines[0]), user, password, JobRepository.DEFAULT_PATIENCE));
    }

    /** The file with the note. */
    public static Path file(Path output) {
        return Lease.folder(output).resolve("repository");
    }
}
