package org.headroom.layers.format.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** The small text files beside a shapefile, {@code .prj} and {@code .cpg}. */
final class SmallText {
    private static final int MAX_BYTES = 1 << 16;

    private SmallText() {}

    /** The text without outer blanks, NUL characters and byte order mark; empty when the file is missing or says nothing. */
    static Optional<String> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new SourceException("has a " + file.getFileName() + " larger than 64 KiB", "Check that file.");
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, charset(bytes))
                .replaceFirst("^\\uFEFF", "")
                .replace("\0", "")
                .strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** UTF-8 or UTF-16 where a byte order mark says so. */
    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (first) {
            case 0xEFBB -> StandardCharsets.UTF_8;
            case 0xFFFE, 0xFEFF -> StandardCharsets.UTF_16;
            default -> StandardCharsets.ISO_8859_1;
        };
    }

    /** The character set of a table: as asked, else as its {@code .cpg} says; null when that says nothing. */
    static @Nullable Charset charset(Path table, @Nullable String wanted) throws IOException {
        if (wanted != null) {
            return Charset.forName(wanted);
        }
        Optional<String> cpg = read(ShapefileFormat.sibling(table, ".cpg"));
        return cpg.isEmpty() ? null : CodePages.named(cpg.get());
    }
}
