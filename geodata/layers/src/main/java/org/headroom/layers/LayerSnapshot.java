package org.headroom.layers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.locationtech.jts.io.ParseException;

/**
 * A loaded layer as one binary file: a magic word, a version, the layer with counts and issues, and a SHA-256 of all that. The same layer
 * always gives the same bytes. Only plain data are read back, never objects.
 */
public final class LayerSnapshot {
    static final String MAGIC = "HEADROOM-LAYER\n";
    static final int VERSION = 2;
    private static final int DIGEST_BYTES = 32;

    private LayerSnapshot() {}

    /** Writes a layer beside the file first and then moves it there, so that the file is complete or absent. */
    public static void write(LoadedLayer loaded, Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        MessageDigest digest = Digests.sha256();
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16);
                    DataOutputStream data = new DataOutputStream(
                            new BufferedOutputStream(new DigestOutputStream(out, digest), 1 << 16))) {
                data.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
                data.writeInt(VERSION);
                new SnapshotWriter(data).write(loaded);
                data.flush();
                out.write(digest.digest());
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "layer snapshot " + file + " cannot be written: " + e.getMessage(),
                    "Check free space and permissions.",
                    e);
        }
    }

    /**
     * Reads a layer back. A DATA failure when the file is missing, damaged, of another version or not a snapshot at all.
     *
     * @param ordinal place of the layer in the run, from 0
     */
    public static LoadedLayer read(Path file, int ordinal) {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long bytes = Files.size(file) - DIGEST_BYTES;
            DataInputStream data = new DataInputStream(new DigestInputStream(in, digest));
            byte[] magic = data.readNBytes(MAGIC.length());
            if (!Arrays.equals(magic, MAGIC.getBytes(StandardCharsets.US_ASCII))) {
                throw refused(file, "is not a layer snapshot", null);
            }
            int version = data.readInt();
            if (version != VERSION) {
                throw refused(file, "has version " + version + ", but this program reads version " + VERSION, null);
            }
            LoadedLayer loaded = new SnapshotReader(data, bytes).read(ordinal);
            byte[] expected = digest.digest();
            if (!Arrays.equals(expected, in.readNBytes(DIGEST_BYTES)) || in.read() >= 0) {
                throw refused(file, "is damaged: its check sum does not fit", null);
            }
            return loaded;
        } catch (IOException | ParseException | RuntimeException e) {
            if (e instanceof HeadroomException known) {
                throw known;
            }
            throw refused(file, "is damaged or missing", e);
        }
    }

    private static HeadroomException refused(
            Path file, String what, @org.jspecify.annotations.Nullable Exception cause) {
        return new HeadroomException(
                FailureFamily.DATA,
                "layer snapshot " + file + " " + what,
                "Delete it; the layer is then read again.",
                cause);
    }
}
