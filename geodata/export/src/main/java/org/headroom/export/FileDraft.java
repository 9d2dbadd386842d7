package org.headroom.export;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** One file that is written from its beginning to its end: its digest is taken on the way, it is synced, and no half of it is ever left. */
public final class FileDraft {
    private static final int BUFFER = 1 << 16;

    private FileDraft() {}

    /** Writes what a file holds. */
    @FunctionalInterface
    public interface Content {
        /** @param out is buffered, and closed by whoever opened it */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; one of the same name is replaced.
     *
     * @throws org.headroom.model.HeadroomException EXTERNAL when it cannot be written; then there is no such file
     */
    public static WrittenFile write(Path file, Content content) {
        boolean done = false;
        try {
            MessageDigest digest = Sha256.begin();
            try (OutputStream out =
                    new BufferedOutputStream(new DigestingStream(Files.newOutputStream(file), digest), BUFFER)) {
                content.write(out);
            }
            Fsync.file(file);
            WrittenFile written = new WrittenFile(file, Files.size(file), Sha256.finish(digest));
            done = true;
            return written;
        } catch (IOException e) {
            throw BaseName.cannotWrite(file, e);
        } finally {
            if (!done) {
                deleteQuietly(file);
            }
        }
    }

    /** Removes a file where that can be done; for use while another failure is on its way. */
    public static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The failure that led here is the one to report.
        }
    }

    private static final class DigestingStream extends FilterOutputStream {
        private final MessageDigest digest;

        DigestingStream(OutputStream out, MessageDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int value) throws IOException {
            digest.update((byte) value);
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            digest.update(bytes, from, length);
            out.write(bytes, from, length);
        }
    }
}
