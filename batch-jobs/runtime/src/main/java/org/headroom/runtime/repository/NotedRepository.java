package org.headroom.runtime.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.lease.Lease;
import org.headroom.trust.Seals;

/** The address of the repository that the last run used, without a password, so that looking at jobs needs no project. */
public final class NotedRepository {
    private static final String PURPOSE = "note of a job repository";

    private NotedRepository() {}

    /** Whether there is a note, whoever wrote it. */
    public static boolean isThere(Path output) {
        return Files.exists(file(output));
    }

    static void note(Path output, JobRepository repository) throws IOException {
        if (repository.url().isEmpty()) {
            Files.deleteIfExists(file(output));
            return;
        }
        String url = DatabaseServer.required().withoutSecrets(repository.url().get());
        String user = repository.user().orElse("");
        String text =
                url + "\n" + user + "\n" + Seals.own().of(PURPOSE, url, user).orElse("") + "\n";
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
     * @throws HeadroomException of family CONFIG when the note was not written by this user
     */
    public static Optional<JobRepository> find(Path output, Optional<String> password) throws IOException {
        if (!Files.exists(file(output))) {
            return Optional.empty();
        }
        String[] lines = Files.readString(file(output), StandardCharsets.UTF_8).split("\n", -1);
        // Whoever names a server is told the password.
        if (lines.length < 3 || !Seals.own().isOwn(lines[2], PURPOSE, lines[0], lines[1])) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the note " + file(output)
                            + " of where jobs are kept was not written by this user, or by an earlier version; no server was"
                            + " asked",
                    "Set HEADROOM_DB_URL, or name the project with --project.");
        }
        Optional<String> user = lines[1].isEmpty() ? Optional.empty() : Optional.of(lines[1]);
        return Optional.of(new JobRepository(Optional.of(lines[0]), user, password, JobRepository.DEFAULT_PATIENCE));
    }

    /** The file with the note. */
    public static Path file(Path output) {
        return Lease.folder(output).resolve("repository");
    }
}
