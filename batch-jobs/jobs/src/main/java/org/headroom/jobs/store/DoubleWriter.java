package org.headroom.jobs.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes doubles one after the other to {@code NAME.f64}, big endian; NaN where missing. */
final class DoubleWriter implements AutoCloseable {
    private final DataOutputStream out;

    DoubleWriter(Path folder, String name) {
        try {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".f64"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(double value) {
        try {
            out.writeDouble(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
