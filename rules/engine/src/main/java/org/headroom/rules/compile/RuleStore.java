package org.headroom.rules.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.headroom.rules.fact.SiteFact;
import org.headroom.trust.PrivateFolder;
import org.headroom.trust.Seals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps compiled rules in a folder, so that the same rules are not compiled again. An entry is named after the digest of all that its
 * classes come from: the rules and the Site class as the compiler sees them, the versions of Headroom and Drools, the class that Site
 * extends, and the JDK's feature version. It begins with a seal over its name and what it holds by the key of the user, see {@link Seals}: an
 * entry that somebody else made, that was made for other rules, or that is damaged is as good as none.
 *
 * <p>What lies there is run, so the folder is private too, see {@link PrivateFolder}. Nothing that goes wrong here is a failure: rules are
 * then compiled. Safe for several threads and processes.
 */
public final class RuleStore extends KeptRules {
    private static final Logger LOG = LoggerFactory.getLogger(RuleStore.class);

    /** Policies that take turns in one folder, and two JDKs. */
    private static final int ENTRIES = 8;

    private static final String ENDING = ".rules";

    /** System property that names a folder with entries of the shipped policies, made when Headroom was built; only read. */
    private static final String BUILT = "headroom.rules";

    private static final String PURPOSE = "compiled rules";

    private static final int SEAL_BYTES = 64;
    private static final int MAX_BYTES = 64 << 20;

    private final Path folder;
    private final String version;

    /**
     * @param folder where entries lie; made when it is missing
     * @param version the versions of Headroom and Drools
     */
    public RuleStore(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** The classes of these rules, when they are there, whole, and sealed by this user for these very rules. */
    @Override
    Optional<RuleClasses> find(RuleSource source) {
        Optional<RuleClasses> kept = find(folder, source);
        String built = System.getProperty(BUILT, "");
        return kept.isPresent() || built.isEmpty() || !Files.isDirectory(Path.of(built))
                ? kept
                : find(Path.of(built), source);
    }

    private Optional<RuleClasses> find(Path folder, RuleSource source) {
        try (PrivateFolder open = PrivateFolder.open(folder)) {
            String key = key(source, version);
            Optional<byte[]> entry = open.read(key + ENDING, MAX_BYTES);
            return entry.isEmpty() ? Optional.empty() : Optional.of(decode(key, entry.get()));
        } catch (IOException e) {
            LOG.debug("compiled rules in {} are not used", folder, e);
            return Optional.empty();
        }
    }

    /** The classes of these rules as bytes for {@link SentRules} in another process; empty when they are not kept. */
    Optional<byte[]> portable(RuleSource source) {
        try {
            Optional<RuleClasses> classes = find(source);
            return classes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(PortableRules.encode(key(source, version), classes.get()));
        } catch (IOException e) {
            LOG.debug("compiled rules are not sent", e);
            return Optional.empty();
        }
    }

    /** Puts an entry in place by one rename, and takes away the oldest ones. Does nothing where nothing can be sealed. */
    @Override
    void keep(RuleSource source, RuleClasses classes) {
        try (PrivateFolder open = PrivateFolder.open(folder)) {
            String key = key(source, version);
            Optional<byte[]> entry = encode(key, classes);
            if (entry.isPresent()) {
                open.write(key + ENDING, entry.get());
            }
            open.keepNewest(ENTRIES);
        } catch (IOException e) {
            LOG.debug("compiled rules are not kept in {}", folder, e);
        }
    }

    /** Takes away the entry of these rules, so that one that is of no use is not met again. */
    @Override
    void remove(RuleSource source) {
        try (PrivateFolder open = PrivateFolder.open(folder)) {
            open.delete(key(source, version) + ENDING);
        } catch (IOException e) {
            LOG.debug("compiled rules in {} cannot be removed", folder, e);
        }
    }

    /** Digest of all that the classes of rules come from. */
    static String key(RuleSource source, String version) throws IOException {
        MessageDigest digest = sha256();
        int jdk = Runtime.version().feature();
        for (String part : new String[] {source.drl(), source.site(), version, Integer.toString(jdk)}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        // A version under development changes without a new number.
        try (InputStream in = SiteFact.class.getResourceAsStream("SiteFact.class")) {
            if (in == null) {
                throw new IOException("SiteFact.class is not on the class path");
            }
            digest.update(in.readAllBytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Optional<byte[]> encode(String key, RuleClasses classes) throws IOException {
        byte[] body = PortableRules.encode(classes);
        return seal(key, body).map(seal -> {
            ByteArrayOutputStream entry = new ByteArrayOutputStream(SEAL_BYTES + body.length);
            entry.writeBytes(seal.getBytes(StandardCharsets.US_ASCII));
            entry.writeBytes(body);
            return entry.toByteArray();
        });
    }

    /** Nothing is read of an entry before its seal is seen to be this user's. */
    private static RuleClasses decode(String key, byte[] entry) throws IOException {
        if (entry.length < SEAL_BYTES) {
            throw new IOException("the entry is cut off");
        }
        byte[] body = Arrays.copyOfRange(entry, SEAL_BYTES, entry.length);
        String seal = new String(entry, 0, SEAL_BYTES, StandardCharsets.US_ASCII);
        if (!Seals.own().isOwn(seal, PURPOSE, key.getBytes(StandardCharsets.US_ASCII), body)) {
            throw new IOException("the entry is damaged, or was made by somebody else or for other rules");
        }
        return PortableRules.decode(body);
    }

    private static Optional<String> seal(String key, byte[] body) {
        return Seals.own().of(PURPOSE, key.getBytes(StandardCharsets.US_ASCII), body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
