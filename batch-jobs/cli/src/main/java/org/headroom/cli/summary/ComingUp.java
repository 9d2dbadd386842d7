package org.headroom.cli.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.Json;

/**
 * The next day on which something will change by itself, as {@code calendar.json} of a run has it.
 *
 * @param date ISO 8601
 * @param text what will happen then
 * @param more how many further things happen on that day
 */
public record ComingUp(String date, String text, int more) {
    private static final String FILE = "calendar.json";

    /** The first event of a run's calendar; empty where there is none. */
    static Optional<ComingUp> find(PublishedRun run) {
        Path file = run.folder().resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        for (JsonNode day : Json.read(file, JsonNode.class).path("days")) {
            JsonNode events = day.path("events");
            if (!events.isEmpty()) {
                return Optional.of(new ComingUp(
                        day.path("date").asText(), events.path(0).path("text").asText(), events.size() - 1));
            }
        }
        return Optional.empty();
    }

    /** In one line. */
    public String line() {
        return date + "  " + text + (more == 0 ? "" : "; and " + more + " more on that day");
    }
}
