package org.headroom.runtime;

import java.nio.file.Path;
import java.util.Optional;

/** Another process holds the lease of an output folder. */
public final class OutputBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param output the output folder
     * @param holder the other process; empty when it is not known
     */
    public OutputBusyException(Path output, Optional<Holder> holder) {
        super("another run holds the output folder " + output
                + holder.map(other -> " (" + other + ")").orElse(""));
    }
}
