package org.headroom.runs.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs that were killed leave in the folder for runs. To be cleared by the one that holds the folder, before it writes there. Work
 * folders are not among them: which of them a run can go on with, the job repository knows.
 *
 * @param out folder for runs
 * @param hasLatest whether {@code latest} is to name a run there
 */
public record Leftovers(Path out, boolean hasLatest) {
    /** Ending of the hidden folder that becomes a run. */
    public static final String PUBLISHING = ".publishing";
    /** Ending of the hidden folder that was a run. */
    static final String REMOVING = ".removing";

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private static final Predicate<String> IN_OUT = Pattern.compile(
                    "\\.\\d{4}-\\d{2}-\\d{2}-\\d+(" + Pattern.quote(PUBLISHING) + "|" + Pattern.quote(REMOVING) + ")|"
                            + Pattern.quote(LatestLink.HIDDEN))
            .asMatchPredicate();
    /** Snapshots of layers and kept columns that are only half made. */
    private static final Predicate<String> IN_CACHES =
            Pattern.compile("\\..+\\.new\\d*").asMatchPredicate();

    /** Those in a folder of nights. */
    public Leftovers(Path out) {
        this(out, true);
    }

    /** Those where a run is published. */
    public static Leftovers of(RunRequest request) {
        return new Leftovers(request.out(), !request.isWhatIf());
    }

    /**
     * Removes them, and has {@code latest} name the latest run again where a kill came in between.
     *
     * @throws HeadroomException of family EXTERNAL when the folder cannot be read or the link cannot be put right
     */
    public void clear() {
        try {
            remove(out, IN_OUT);
            remove(out.resolve(RunFolders.LAYERS), IN_CACHES);
            remove(out.resolve(".columns"), IN_CACHES);
            if (hasLatest) {
                new LatestLink(out).point();
            }
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "cannot put the folder for runs " + out + " in order (" + OutsideFailure.describe(e) + ")",
                    "Make room and check that the folder may be written, then start again.",
                    e);
        }
    }

    /** Whether there is anything to clear, or a run that is not over. */
    public boolean isAny() {
        try {
            return !find(out, IN_OUT.or(WorkFolder::isNamedLike)).isEmpty()
                    || !find(out.resolve(RunFolders.LAYERS), IN_CACHES).isEmpty()
                    || !find(out.resolve(".columns"), IN_CACHES).isEmpty()
                    || hasLatest && !new LatestLink(out).isRight();
        } catch (IOException e) {
            // Whoever clears it will say what is wrong.
            return true;
        }
    }

    private static void remove(Path folder, Predicate<String> isLeftover) throws IOException {
        find(folder, isLeftover).forEach(Leftovers::remove);
    }

    private static List<Path> find(Path folder, Predicate<String> isLeftover) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> isLeftover.test(entry.getFileName().toString()))
                    .toList();
        }
    }

    /** What cannot be removed takes room, and that is no reason to have no ranking tonight. */
    private static void remove(Path leftover) {
        try {
            Folders.delete(leftover);
            LOG.info("removed {}, left by a run that was killed", leftover);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{}, left by a run that was killed, cannot be removed ({})", leftover, e.toString());
        }
    }
}
