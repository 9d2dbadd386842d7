package org.headroom.runs.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.headroom.export.Fsync;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/** A file that a user asks for by its path: it is there as a whole, or what was there before stays. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes a file. */
    @FunctionalInterface
    public interface Maker {
        /** Writes the whole content to a path at which there is nothing yet. */
        void make(Path hidden) throws IOException;
    }

    /**
     * Has the file written beside its place under a hidden name, makes it durable, and puts it in place by one rename.
     *
     * @throws HeadroomException of family EXTERNAL when that cannot be done; nothing is left then
     */
    public static void write(Path file, Maker maker) {
        Path hidden = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.deleteIfExists(hidden);
            maker.make(hidden);
            Fsync.file(hidden);
            Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        } catch (UncheckedIOException e) {
            throw cannotWrite(file, Objects.requireNonNull(e.getCause()));
        } finally {
            try {
                Files.deleteIfExists(hidden);
            } catch (IOException e) {
                // The failure that led here is the one to report.
            }
        }
    }

    /** Refuses a place at which no file can be written, before the work for it is done. */
    public static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    Files.isDirectory(file) ? file + " is a folder" : "there is no folder " + folder,
                    "Give the path of a file in a folder that there is.");
        }
    }

    private static HeadroomException cannotWrite(Path file, IOException cause) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "cannot write " + file + ": " + OutsideFailure.reason(cause),
                "Check that the folder may be written and has space left, then start again.",
                cause);
    }
}
