package org.headroom.jobs.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.runs.file.Folders;
import org.headroom.runs.folder.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders in which other processes put what they make. */
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private Attempts() {}

    /** Makes an empty folder for the attempts of an order. Those for a process that died find theirs gone, and end. */
    public static void open(PartOrder order) {
        remove(new WorkFolder(order.work()).attempts());
        try {
            Files.createDirectories(order.session());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder. What an attempt writes meanwhile that nobody waits for may stay until the work folder goes. */
    public static void remove(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} is not removed yet", folder, e);
        }
    }
}
