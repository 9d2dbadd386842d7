package org.headroom.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals by a key that only this user has (HMAC with SHA-256, RFC 2104): whoever has no access to the key can make none, and can move none
 * to something else. Where there is no key nothing can be sealed, and no seal is this user's own. Immutable, so safe for several threads.
 */
public final class Seals {
    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable SecretKeySpec key;
    private final String reason;

    private Seals(@Nullable SecretKeySpec key, String reason) {
        this.key = key;
        this.reason = reason;
    }

    static Seals by(byte[] key) {
        return new Seals(new SecretKeySpec(key, ALGORITHM), "");
    }

    static Seals none(String reason) {
        return new Seals(null, reason);
    }

    /**
     * Those of the user who runs this process. The key is in the file that {@code HEADROOM_KEY_FILE} names, or else in the file {@code key}
     * of the user's own folder, where it is made when it is missing, see {@link OwnFolder}.
     *
     * @throws org.headroom.model.HeadroomException of family CONFIG when the file that {@code HEADROOM_KEY_FILE} names cannot be used
     */
    public static Seals own() {
        return OwnKey.seals();
    }

    /** Why nothing can be sealed, in half a sentence; empty when all is well. */
    public String reason() {
        return reason;
    }

    /**
     * The seal of something, in 64 hexadecimal digits; empty where there is no key.
     *
     * @param purpose what kind of thing it is; a seal of one kind is none of another
     * @param parts all that the seal binds together, in their order
     */
    public Optional<String> of(String purpose, byte[]... parts) {
        return key == null ? Optional.empty() : Optional.of(HexFormat.of().formatHex(digest(key, purpose, parts)));
    }

    /** As {@link #of(String, byte[]...)}, of texts. */
    public Optional<String> of(String purpose, String... parts) {
        return of(purpose, bytes(parts));
    }

    /** Whether a seal is what {@link #of(String, byte[]...)} gives for the same. */
    public boolean isOwn(String seal, String purpose, byte[]... parts) {
        return of(purpose, parts)
                .filter(own -> MessageDigest.isEqual(
                        own.getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** As {@link #isOwn(String, String, byte[]...)}, of texts. */
    public boolean isOwn(String seal, String purpose, String... parts) {
        return isOwn(seal, purpose, bytes(parts));
    }

    private static byte[][] bytes(String... parts) {
        return Arrays.stream(parts)
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** Each part with its length, so that no two lists of parts look alike. */
    private static byte[] digest(SecretKeySpec key, String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            part(mac, purpose.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                part(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static void part(Mac mac, byte[] bytes) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }
}
