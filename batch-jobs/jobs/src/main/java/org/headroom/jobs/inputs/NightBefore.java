package org.headroom.jobs.inputs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;
import org.jspecify.annotations.Nullable;

/**
 * The run with which a night is compared: of those of the same project, up to its evaluation date, and from other inputs, the last one. It is found
 * when the night begins and kept in its work folder, so that a night that goes on after a stop is compared with the same one.
 *
 * @param run its name; null where there is none
 */
public record NightBefore(@JsonProperty("run") @Nullable String run) {
    /**
     * Finds it, unless that was done.
     *
     * @param key of the inputs of the night
     */
    static void keep(WorkFolder work, RunRequest request, String project, String key) {
        if (!Files.exists(work.before())) {
            // A what-if stands beside the nights, so one of its name is another run.
            String own = request.isWhatIf() ? "" : work.runName();
            String found = find(request.home(), project, request.date(), key, own)
                    .map(PublishedRun::name)
                    .orElse(null);
            Json.write(work.before(), new NightBefore(found));
        }
    }

    /**
     * The last run of a project up to a date that was made from other inputs.
     *
     * @param key of the inputs of the run that it comes before
     * @param name of that run, which may be published already
     */
    public static Optional<PublishedRun> find(Path out, String project, String date, String key, String name) {
        return new RunFolders(out)
                .known().stream()
                        .filter(run ->
                                run.date().compareTo(date) <= 0 && !run.name().equals(name))
                        .filter(run -> run.findManifest()
                                .filter(manifest -> isBefore(manifest, project, key))
                                .isPresent())
                        .findFirst();
    }

    private static boolean isBefore(Manifest manifest, String project, String key) {
        return manifest.project().equals(project) && !manifest.inputs().key().equals(key);
    }

    /** The run that a night is compared with; empty where there is none, or where it was removed since the night began. */
    public static Optional<PublishedRun> read(WorkFolder work, RunRequest request) {
        if (!Files.exists(work.before())) {
            return Optional.empty();
        }
        return Optional.ofNullable(Json.read(work.before(), NightBefore.class).run)
                .map(request.home()::resolve)
                .filter(folder -> Files.exists(folder.resolve(Manifest.FILE)))
                .map(PublishedRun::new);
    }
}
