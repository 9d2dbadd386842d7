package org.headroom.rules.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.headroom.rules.fact.SiteFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps compiled rules in a folder, so that the same rules are not compiled again. An entry is named after the digest of all that its
 * classes come from: the rules and the Site class as the compiler sees them, the versions of Headroom and Drools, the class that Site
 * extends, and the JDK's feature version. It begins with the digest of what it holds; one that is damaged is as good as none.
 *
 * <p>What lies there is run, so the folder is private, see {@link PrivateFolder}. Nothing that goes wrong here is a failure: rules are
 * then compiled. Safe for several threads and processes.
 */
public final class RuleStore {
    private static final Logger LOG = LoggerFactory.getLogger(RuleStore.class);

    /** Policies that take turns in one folder, and two JDKs. */
    private static final int ENTRIES = 8;

    private static final String ENDING = ".rules";

    /** System property that names a folder with entries of the shipped policies, made when Headroom was built; only read. */
    private static final String BUILT = "headroom.rules";

    private static final int DIGEST_BYTES = 32;
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

    /** The classes of these rules, when they are there and whole. */
    Optional<RuleClasses> find(RuleSource source) {
        Optional<RuleClasses> kept = find(folder, source);
        String built = System.getProperty(BUILT, "");
        return kept.isPresent() || built.isEmpty() || !Files.isDirectory(Path.of(built))
                ? kept
                : find(Path.of(built), source);
    }

    private Optional<RuleClasses> find(Path folder, RuleSource source) {
        try (PrivateFolder open = PrivateFolder.open(folder)) {
            Optional<byte[]> entry = open.read(key(source) + ENDING, MAX_BYTES);
            return entry.isEmpty() ? Optional.empty() : Optional.of(decode(entry.get()));
        } catch (IOException e) {
            LOG.debug("compiled rules in {} are not used", folder, e);
            return Optional.empty();
        }
    }

    /** Puts an entry in place by one rename, and takes away the oldest ones. */
    void keep(RuleSource source, RuleClasses classes) {
        try (PrivateFolder open = PrivateFolder.open(folder)) {
            open.write(key(source) + ENDING, encode(classes));
            open.keepNewest(ENTRIES);
        } catch (IOException e) {
            LOG.debug("compiled rules are not kept in {}", folder, e);
        }
    }

    private String key(RuleSource source) throws IOException {
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

    private static byte[] encode(RuleClasses classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(classes.model());
            out.writeInt(classes.files().size());
            for (Map.Entry<String, byte[]> file : classes.files().entrySet()) {
                out.writeUTF(file.getKey());
                out.writeInt(file.getValue().length);
                out.write(file.getValue());
            }
        }
        byte[] body = bytes.toByteArray();
        ByteArrayOutputStream entry = new ByteArrayOutputStream(DIGEST_BYTES + body.length);
        entry.writeBytes(sha256().digest(body));
        entry.writeBytes(body);
        return entry.toByteArray();
    }

    private static RuleClasses decode(byte[] entry) throws IOException {
        MessageDigest digest = sha256();
        if (entry.length < DIGEST_BYTES) {
            throw new IOException("the entry is cut off");
        }
        digest.update(entry, DIGEST_BYTES, entry.length - DIGEST_BYTES);
        byte[] written = new byte[DIGEST_BYTES];
        System.arraycopy(entry, 0, written, 0, DIGEST_BYTES);
        if (!MessageDigest.isEqual(written, digest.digest())) {
            throw new IOException("the entry is damaged");
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(entry, DIGEST_BYTES, entry.length - DIGEST_BYTES))) {
            String model = in.readUTF();
            int size = in.readInt();
            Map<String, byte[]> files = new HashMap<>();
            for (int i = 0; i < size; i++) {
                String name = in.readUTF();
                files.put(name, in.readNBytes(in.readInt()));
            }
            return new RuleClasses(model, files);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
