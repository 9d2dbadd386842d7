package org.headroom.runs.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.export.Sha256;

/** SHA-256 digests as 64 hexadecimal digits. */
public final class Digests {
    private Digests() {}

    public static String ofText(String text) {
        return HexFormat.of().formatHex(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String ofFile(Path file) {
        MessageDigest digest = Sha256.begin();
        update(digest, file);
        return Sha256.finish(digest);
    }

    /** A line as sha256sum prints it, with its line feed. */
    public static String line(String digest, String fileName) {
        return digest + "  " + fileName + "\n";
    }

    /** Over the relative path and the bytes of every file below a folder, in the order of the paths; hidden files are left out. */
    public static String ofFolder(Path folder) {
        MessageDigest digest = Sha256.begin();
        for (Path file : files(folder)) {
            digest.update(folder.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(HexFormat.of().parseHex(ofFile(file)));
        }
        return Sha256.finish(digest);
    }

    /** Every file below a folder that is not hidden, sorted by its path. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !isHidden(folder.relativize(f)))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether any part of a relative path begins with a dot. */
    static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static void update(MessageDigest digest, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
