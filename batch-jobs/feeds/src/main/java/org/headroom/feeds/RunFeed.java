package org.headroom.feeds;

import java.nio.file.Path;

/** A file that is made of a whole run. Implementations hold nothing and are safe for several threads. */
interface RunFeed {
    /** Name in project files, lower case. */
    String id();

    /** Name of the file. */
    String file();

    /**
     * Writes and syncs the file; one of the same name is replaced. When it fails no file is left.
     *
     * @param file where it is to be
     * @throws org.headroom.model.HeadroomException EXTERNAL when it cannot be written
     */
    void write(RunContent run, Path file);
}
