package org.headroom.layers.column;

import java.io.IOException;

/** A column cannot be written, unlike a source that cannot be read. */
public final class ColumnWriteException extends IOException {
    private static final long serialVersionUID = 1L;

    ColumnWriteException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
