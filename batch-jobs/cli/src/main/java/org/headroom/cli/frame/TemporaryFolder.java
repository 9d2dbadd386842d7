package org.headroom.cli.frame;

import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** The machine's folder for temporary files, in which SQLite unpacks its library. */
public final class TemporaryFolder {
    private TemporaryFolder() {}

    /** @throws HeadroomException of family EXTERNAL when there is none that may be written */
    public static void require() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "the folder for temporary files " + folder + " is missing or may not be written",
                    "Make it writable, or name another one with HEADROOM_OPTS=-Djava.io.tmpdir=FOLDER.");
        }
    }
}
