package org.headroom.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A column cannot be written, unlike a source that cannot be read. */
public final class ColumnWriteException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    ColumnWriteException(IOException cause) {
        super(cause);
    }

    @Override
    public synchronized IOException getCause() {
        return Objects.requireNonNull(super.getCause());
    }
}
