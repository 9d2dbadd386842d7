package org.headroom.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** What the machine refused (room, permission, memory), in words: the exceptions of Java name their own class where a person expects a reason. */
public final class OutsideFailure {
    private static final long MIB = 1 << 20;

    private OutsideFailure() {}

    /**
     * The failure of the machine behind another one.
     *
     * @param place what to name when the failure names no file itself, such as a folder
     * @return of family EXTERNAL for a disk; of family INTERNAL for the heap, which is part of the program; empty for any other failure
     */
    public static Optional<HeadroomException> find(Throwable failure, Object place) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof HeadroomException known) {
                return Optional.of(known);
            }
            if (cause instanceof OutOfMemoryError) {
                return Optional.of(outOfMemory(String.valueOf(cause.getMessage())));
            }
            if (cause instanceof IOException io) {
                return Optional.of(disk(io, place));
            }
            // What the JVM says when the disk fails under a file that is mapped into memory.
            if (cause instanceof InternalError
                    && String.valueOf(cause.getMessage()).contains("memory access")) {
                return Optional.of(new HeadroomException(
                        FailureFamily.EXTERNAL,
                        place + ": a file could not be read to its end, or its disk is full",
                        "Make room or mend the disk, then give the same command again.",
                        cause));
            }
        }
        return Optional.empty();
    }

    /** The heap that was too small behind another failure, which may take it for one of its own; of family INTERNAL, or empty. */
    public static Optional<HeadroomException> findOutOfMemory(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return Optional.of(outOfMemory(String.valueOf(cause.getMessage())));
            }
        }
        return Optional.empty();
    }

    private static HeadroomException disk(IOException failure, Object place) {
        String file = failure instanceof FileSystemException named ? named.getFile() : null;
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                (file == null ? place : file) + ": " + reason(failure),
                "Make room, or mend the folder or its permissions, then give the same command again.",
                failure);
    }

    /**
     * The failure of a heap that is too small.
     *
     * @param sign what showed it, such as the message of an {@link OutOfMemoryError}
     * @return of family INTERNAL
     */
    public static HeadroomException outOfMemory(String sign) {
        long most = Runtime.getRuntime().maxMemory() / MIB;
        return new HeadroomException(
                FailureFamily.INTERNAL,
                "the " + most + " MiB of memory that Java may use are not enough (" + sign + ")",
                "Give it more, as in HEADROOM_OPTS=-Xmx" + Math.max(2, most * 2 / 1024)
                        + "g; what is done is kept, and \"headroom jobs restart\" goes on there.");
    }

    /** Why a file or folder could not be used, as half a sentence without its name. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "there is a file of that name already";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        String text = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return lowerCased(text == null ? failure.getClass().getSimpleName() : text);
    }

    /** As {@link #reason}, with the name of the file where the failure has one. */
    public static String describe(IOException failure) {
        String file = failure instanceof FileSystemException named ? named.getFile() : null;
        return file == null ? reason(failure) : file + ": " + reason(failure);
    }

    private static String lowerCased(String text) {
        // "No space left on device" in the middle of a sentence; abbreviations stay as they are.
        boolean isWord = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return isWord ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
