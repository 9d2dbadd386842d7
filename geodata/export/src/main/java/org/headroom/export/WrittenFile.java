package org.headroom.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file that was written and synced.
 *
 * @param file where it is
 * @param bytes its length
 * @param sha256 digest of its content as 64 hexadecimal digits, taken while it was written
 */
public record WrittenFile(Path file, long bytes, String sha256) {
    /** Writes a small file and syncs it. */
    public static WrittenFile write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Fsync.file(file);
        MessageDigest digest = Sha256.begin();
        digest.update(content);
        return new WrittenFile(file, content.length, Sha256.finish(digest));
    }
}
