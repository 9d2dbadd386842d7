package org.headroom.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/** The user's key: read once, made when it is missing. */
final class OwnKey {
    private static final String NAMED = "HEADROOM_KEY_FILE";
    private static final String FILE = "key";

    /** As long as the digest, RFC 2104, section 3. */
    private static final int BYTES = 32;

    private static final int MOST_BYTES = 4096;

    /** A key that another process is writing at this moment. */
    private static final int LOOKS = 20;

    private static final long BETWEEN_LOOKS_MS = 10;

    private static final Map<Path, Seals> KNOWN = new ConcurrentHashMap<>();

    private OwnKey() {}

    static Seals seals() {
        String named = System.getenv(NAMED);
        if (named != null && !named.isBlank()) {
            return KNOWN.computeIfAbsent(Path.of(named).toAbsolutePath(), OwnKey::named);
        }
        Optional<Path> folder = OwnFolder.find();
        return folder.isEmpty()
                ? Seals.none("the user has no home folder, and HEADROOM_USER_HOME names no other one")
                : KNOWN.computeIfAbsent(folder.get().resolve(FILE), file -> kept(folder.get()));
    }

    /** One that is handed in, such as a mounted secret: whoever named it answers for who may read it. */
    static Seals named(Path file) {
        try {
            if (Files.size(file) >= BYTES && Files.size(file) <= MOST_BYTES) {
                return Seals.by(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the key file " + file + " that " + NAMED + " names cannot be read (" + OutsideFailure.describe(e)
                            + ")",
                    "Name a file that can be read, or leave " + NAMED + " out.",
                    e);
        }
        throw new HeadroomException(
                FailureFamily.CONFIG,
                "the key file " + file + " that " + NAMED + " names does not have " + BYTES + " to " + MOST_BYTES
                        + " bytes",
                "Make one with: head -c " + BYTES + " /dev/urandom > FILE");
    }

    static Seals kept(Path folder) {
        try (PrivateFolder open = PrivateFolder.open(folder)) {
            byte[] key = find(open);
            return open.isOpenToOthers(FILE)
                    ? Seals.none("the key " + folder.resolve(FILE) + " can be read by others; delete it")
                    : Seals.by(key);
        } catch (IOException | SecurityException e) {
            return Seals.none("there is no key in " + folder + ": " + reason(e));
        }
    }

    private static byte[] find(PrivateFolder folder) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        for (int look = 0; ; look++) {
            Optional<byte[]> there = folder.read(FILE, MOST_BYTES);
            if (there.isPresent() && there.get().length >= BYTES) {
                return there.get();
            }
            if (there.isPresent() && look >= LOOKS) {
                // A process died while it wrote it, so nothing is sealed by it yet.
                folder.delete(FILE);
            }
            if (folder.create(FILE, fresh)) {
                return fresh;
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_LOOKS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof IOException io ? OutsideFailure.describe(io) : String.valueOf(e.getMessage());
    }
}
