package org.headroom.cli.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headroom.runs.RunFolders;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.lease.Lease;
import org.headroom.runtime.repository.JobHistory;
import org.headroom.runtime.repository.NotedRepository;

/** Says what is lost where runs stand in a folder whose database of jobs was removed or emptied, as a new one is made of that. */
final class LostJobs {
    private LostJobs() {}

    /**
     * What to tell, in a few words; empty where nothing is lost. To be asked before the database is opened.
     *
     * @param home the folder in which the job is kept
     * @param repository where its jobs are kept
     */
    static Optional<String> in(Path home, JobRepository repository) {
        if (repository.url().isPresent() || NotedRepository.isThere(home) || JobHistory.isInFolder(home)) {
            return Optional.empty();
        }
        List<String> unfinished = unfinished(home);
        if (unfinished.isEmpty() && new RunFolders(home).list().isEmpty()) {
            return Optional.empty();
        }
        String restart = unfinished.isEmpty()
                ? ""
                : "; " + String.join(", ", unfinished) + ", which did not end, cannot be gone on with";
        return Optional.of("runs stand in " + home + ", but the database of their jobs, in " + Lease.folder(home)
                + ", was removed or emptied; a new one is made, which knows no earlier execution" + restart
                + ". Published runs are not touched.");
    }

    private static List<String> unfinished(Path home) {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(home)) {
            return entries.filter(
                            entry -> WorkFolder.isNamedLike(entry.getFileName().toString()))
                    .map(entry -> new WorkFolder(entry).runName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            // Whoever opens the folder next will say what is wrong.
            return List.of();
        }
    }
}
