package org.headroom.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JSON file of the run that another part of Headroom writes, and that need not be there. */
final class OtherFile {
    /** What moved since the night before. */
    static final String CHANGES = "changes.json";
    /** What comes up. */
    static final String CALENDAR = "calendar.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OtherFile() {}

    /** Its contents; null when there is no such file. */
    static @Nullable JsonNode read(Path runFolder, String name) {
        Path file = runFolder.resolve(name);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
