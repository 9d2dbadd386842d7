package org.headroom.cli.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Another process holds the job repository of an output folder. */
public final class OutputBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param output the output folder
     * @param holder what is known of the other process, such as {@code "process 4711"}; empty when nothing is
     */
    public OutputBusyException(Path output, String holder, @Nullable Throwable cause) {
        super("another run holds the output folder " + output + (holder.isEmpty() ? "" : " (" + holder + ")"), cause);
    }
}
