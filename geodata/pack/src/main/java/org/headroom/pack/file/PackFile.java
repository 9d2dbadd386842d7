package org.headroom.pack.file;

import java.io.IOException;
import java.nio.file.Path;

/** One file of the pack: where it comes from, and how it is made. */
public interface PackFile {
    Provenance provenance();

    /**
     * Writes the file. The same raw files give the same bytes.
     *
     * @return how many records it has
     */
    long write(RawFolder raw, Path target) throws IOException;
}
