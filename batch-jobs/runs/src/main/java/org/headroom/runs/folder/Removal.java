package org.headroom.runs.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.headroom.export.Fsync;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.RunSeals;
import org.headroom.runs.file.Folders;

/**
 * Removes runs that somebody names. A run is hidden by one rename before it is deleted, so that it is there as a whole or not at all. To be used
 * by the one that holds the folder for runs.
 *
 * @param out absolute path of the folder for runs
 */
public record Removal(Path out) {
    /**
     * Finds the runs by their names {@code DATE-N}, {@code what-if/DATE-N} or {@code scenarios/NAME/DATE-N}, or by the paths of their folders.
     *
     * @param withLatest whether one that {@code latest} names may be among them
     * @throws HeadroomException of family CONFIG when one of them is no run in the folder, is reached by a link, or is named by {@code latest}
     */
    public Set<PublishedRun> find(List<String> names, boolean withLatest) {
        Set<PublishedRun> found = new LinkedHashSet<>();
        for (String name : names) {
            PublishedRun run = find(name);
            if (!withLatest && isLatest(run)) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "run " + run.shownName() + " is the one that \"" + RunFolders.LATEST
                                + "\" names, which others read; nothing was removed",
                        "Publish a newer one first, or say --force: then \"" + RunFolders.LATEST
                                + "\" names the one before it.");
            }
            found.add(run);
        }
        return found;
    }

    private PublishedRun find(String name) {
        Path folder = out.resolve(name).normalize();
        if (!folder.startsWith(out)
                || !RunFolders.isNamedLikeRun(folder)
                || !isPlaceOfRuns(Objects.requireNonNull(folder.getParent()))) {
            throw noRun(name, "is not the name of a run, such as 2026-05-01-1");
        }
        for (Path part = folder; !part.equals(out); part = Objects.requireNonNull(part.getParent())) {
            if (Files.isSymbolicLink(part)) {
                throw noRun(name, "is reached by the link " + part + ", and what it points at is left alone");
            }
        }
        if (!Files.isRegularFile(folder.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS)) {
            throw noRun(name, Files.exists(folder) ? "has no " + Manifest.FILE + ", so it is no run" : "is not there");
        }
        return new PublishedRun(folder);
    }

    /** Where nights lie, what-if runs, runs of a scenario, and what-if runs of a scenario. */
    private boolean isPlaceOfRuns(Path parent) {
        Path below = out.relativize(parent);
        int depth = below.toString().isEmpty() ? 0 : below.getNameCount();
        return depth == 0
                || depth == 1 && below.endsWith(RunFolders.WHAT_IF)
                || below.startsWith(RunFolders.SCENARIOS)
                        && (depth == 2 || depth == 3 && below.endsWith(RunFolders.WHAT_IF));
    }

    private HeadroomException noRun(String name, String why) {
        return new HeadroomException(
                FailureFamily.CONFIG,
                "\"" + name + "\" in " + out + " " + why + new RunFolders(out).hint(name) + "; nothing was removed",
                "\"headroom runs list\" shows the runs that there are.");
    }

    private static boolean isLatest(PublishedRun run) {
        Path place = Objects.requireNonNull(run.folder().getParent());
        return !place.endsWith(RunFolders.WHAT_IF)
                && new RunFolders(place).list().stream().findFirst().equals(Optional.of(run));
    }

    /**
     * Removes a run; {@code latest} names the one before it when it named this one, and is removed with the last run.
     *
     * @throws HeadroomException of family EXTERNAL when it cannot be removed; it is hidden then, or there as a whole
     */
    public static void remove(PublishedRun run) {
        try {
            if (isLatest(run)) {
                new LatestLink(Objects.requireNonNull(run.folder().getParent())).pointPast(run);
            }
            Folders.delete(hide(run));
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "run " + run.shownName() + " cannot be removed (" + OutsideFailure.describe(e) + ")",
                    "Mend the permissions of " + run.folder().getParent() + ", then give the same command again.",
                    e);
        }
    }

    /** Gives the hidden folder, which is still to be deleted. */
    static Path hide(PublishedRun run) throws IOException {
        Path place = Objects.requireNonNull(run.folder().getParent());
        Path hidden = place.resolve("." + run.name() + Leftovers.REMOVING);
        // What an interrupted removal of a run of the same name has left.
        Folders.delete(hidden);
        Files.move(run.folder(), hidden, StandardCopyOption.ATOMIC_MOVE);
        Fsync.folder(place);
        new RunSeals(place).forget(run.name());
        return hidden;
    }
}
