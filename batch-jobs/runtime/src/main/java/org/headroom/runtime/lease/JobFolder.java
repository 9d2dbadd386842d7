package org.headroom.runtime.lease;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.trust.PrivateFolder;

/**
 * The folder {@code .jobs} of an output folder: the user's own, closed to others, and with nothing in it but plain files. Asked before
 * anything in it is opened, by commands that only read as well.
 */
final class JobFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static final String ADVICE =
            "Move the folder away and start again: published runs are not touched by that, only the history of jobs and a run that has not"
                    + " ended.";

    private JobFolder() {}

    /**
     * Makes it when it is missing, and closes it to others.
     *
     * @throws HeadroomException as {@link #check}
     */
    static Path make(Path output) throws IOException {
        Path folder = Lease.folder(output);
        Files.createDirectories(output);
        try {
            if (isPosix(folder)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            // Whether it may be used is asked next.
        }
        check(output);
        return folder.toRealPath();
    }

    /**
     * Looks at it, where there is one. What only was left open to others is closed.
     *
     * @throws HeadroomException of family EXTERNAL when it is a link, belongs to another user, or holds what is no plain file
     */
    static void check(Path output) {
        Path folder = Lease.folder(output);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "\"" + folder + "\" is a link or a file, not a folder; it is not used",
                    ADVICE);
        }
        try {
            if (isPosix(folder)) {
                close(folder);
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    // One that was deleted meanwhile is no harm.
                    if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)
                            && !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                        throw new HeadroomException(
                                FailureFamily.EXTERNAL,
                                "the folder of the jobs " + folder + " holds \"" + entry.getFileName()
                                        + "\", which is no plain file; nothing in it was used",
                                ADVICE);
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "the folder of the jobs " + folder + " cannot be read (" + OutsideFailure.describe(e) + ")",
                    "Ask as the user whose runs these are, or choose another output folder with --out.",
                    e);
        }
    }

    private static void close(Path folder) throws IOException {
        if (!PrivateFolder.isOwn(folder)) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "the folder of the jobs " + folder + " belongs to "
                            + Files.getOwner(folder).getName() + ", so nothing in it is used",
                    "Ask as the user whose runs these are, or choose another output folder with --out.");
        }
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(folder);
        if (now.contains(PosixFilePermission.GROUP_WRITE) || now.contains(PosixFilePermission.OTHERS_WRITE)) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
