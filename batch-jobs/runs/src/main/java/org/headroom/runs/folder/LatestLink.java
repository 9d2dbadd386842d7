package org.headroom.runs.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.headroom.export.Fsync;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link {@code latest} beside the published runs. It is a convenience for readers: nothing of Headroom's own needs it, so a folder that
 * cannot have it is published to all the same.
 *
 * @param out folder for runs
 */
public record LatestLink(Path out) {
    static final String HIDDEN = "." + RunFolders.LATEST + ".new";

    private static final Logger LOG = LoggerFactory.getLogger(LatestLink.class);

    /** Whether the link names the first of {@link RunFolders#known}, or there is no run. */
    boolean isRight() throws IOException {
        Optional<PublishedRun> first = new RunFolders(out).firstKnown();
        Path link = out.resolve(RunFolders.LATEST);
        return first.isEmpty()
                || Files.isSymbolicLink(link)
                        && Files.readSymbolicLink(link)
                                .equals(Path.of(first.get().name()));
    }

    /** Has the link name the first of {@link RunFolders#known}, by one rename; does nothing when it does, or when there is no run. */
    public void point() throws IOException {
        Optional<PublishedRun> first = new RunFolders(out).firstKnown();
        if (first.isPresent()) {
            point(first.get());
        }
    }

    /** Has the link name the run that is listed first once this one is gone; removes it when there is none. */
    void pointPast(PublishedRun gone) throws IOException {
        Optional<PublishedRun> next = new RunFolders(out)
                .known().stream().filter(run -> !run.equals(gone)).findFirst();
        Path link = out.resolve(RunFolders.LATEST);
        if (next.isPresent()) {
            point(next.get());
        } else if (Files.isSymbolicLink(link)) {
            Files.delete(link);
        }
    }

    private void point(PublishedRun run) throws IOException {
        Path link = out.resolve(RunFolders.LATEST);
        Path target = Path.of(run.name());
        if (Files.isSymbolicLink(link)) {
            if (Files.readSymbolicLink(link).equals(target)) {
                return;
            }
        } else if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            LOG.warn("{} is not a link, so it is left alone and does not name the latest run {}", link, target);
            return;
        }
        Path hidden = out.resolve(HIDDEN);
        Files.deleteIfExists(hidden);
        if (make(hidden, target)) {
            Files.move(hidden, link, StandardCopyOption.ATOMIC_MOVE);
            Fsync.folder(out);
        }
    }

    /** False where there are no links: then an ordinary file of the same name can be made, which fails on a full or read-only disk. */
    private static boolean make(Path hidden, Path target) throws IOException {
        try {
            Files.createSymbolicLink(hidden, target);
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.createFile(hidden);
            Files.delete(hidden);
            LOG.warn(
                    "there is no link {}: the file system has none ({}); \"headroom runs list\" tells the latest run",
                    RunFolders.LATEST,
                    String.valueOf(e.getMessage()));
            return false;
        }
    }
}
