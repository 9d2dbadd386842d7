package org.headroom.runs.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.headroom.export.Fsync;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings files to the disk on a thread of its own while the next step works, so that publishing has little left to wait for. Promises nothing:
 * whoever needs a file to be durable syncs it, which then is short.
 */
public final class WriteBehind implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBehind.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "headroom-write-behind");
        made.setDaemon(true);
        return made;
    });

    /** Has the files of a folder, as far as they are written, brought to the disk. */
    public void flush(Path folder) {
        thread.execute(() -> {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Fsync.file(file);
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.debug("{} is not written behind", folder, e);
            }
        });
    }

    /** Leaves what was not begun. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
