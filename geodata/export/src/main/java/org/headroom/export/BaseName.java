package org.headroom.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/** What the writers of files have in common. */
public final class BaseName {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private BaseName() {}

    /** A plain name keeps the files inside their folder and is good in every operating system. */
    public static void check(String baseName) {
        if (!ALLOWED.matcher(baseName).matches()) {
            throw new IllegalArgumentException("file name \"" + baseName
                    + "\" is not up to 64 letters, digits, hyphens or underscores, the first a letter or digit");
        }
    }

    public static HeadroomException cannotWrite(Path file, Exception cause) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "cannot write " + file + ": "
                        + (cause instanceof IOException io ? OutsideFailure.reason(io) : cause.getMessage()),
                "Check that the folder exists, may be written and has space left, then start again.",
                cause);
    }
}
