package org.headroom.cli.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.Json;

/**
 * What moved since the night before, as {@code changes.json} of a run has it.
 *
 * @param since evaluation date of the night before
 * @param topN length of the list that people look at
 * @param moved sites with another rank or score
 * @param entered sites that came into the list
 * @param left sites that dropped out
 * @param cause the largest cause, in words; empty when nothing moved
 */
public record Changes(String since, int topN, long moved, List<Move> entered, List<Move> left, String cause) {
    private static final String FILE = "changes.json";

    public Changes {
        entered = List.copyOf(entered);
        left = List.copyOf(left);
    }

    /**
     * A site that moved.
     *
     * @param site its id
     * @param name its name; the id where it has none
     * @param ranks from which rank to which, in words
     * @param why the term that moved it most, in words; may be empty
     */
    public record Move(String site, String name, String ranks, String why) {}

    /** The changes of a run; empty where it has none to tell, as there was no night before or an older version made it. */
    static Optional<Changes> find(PublishedRun run) {
        Path file = run.folder().resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode changes = Json.read(file, JsonNode.class);
        String since = changes.path("from").path("date").asText();
        if (since.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Changes(
                since,
                changes.path("topN").asInt(),
                changes.path("counts").path("moved").asLong(),
                moves(changes.path("entered")),
                moves(changes.path("left")),
                changes.path("causes").path(0).path("text").asText()));
    }

    private static List<Move> moves(JsonNode moves) {
        List<Move> found = new ArrayList<>();
        for (JsonNode move : moves) {
            String site = move.path("site").asText();
            String name = move.path("name").asText("");
            found.add(new Move(
                    site,
                    name.isEmpty() || name.equals("null") ? site : name,
                    rank(move.path("rankFrom")) + " to " + rank(move.path("rankTo")),
                    why(move.path("terms"))));
        }
        return found;
    }

    private static String rank(JsonNode rank) {
        return rank.isNumber() ? rank.asText() : "none";
    }

    /** Of the terms, the one that moved the rank most; of the score, where none did. */
    private static String why(JsonNode terms) {
        String why = "";
        double most = -1;
        for (JsonNode term : terms) {
            double size = 1e6 * Math.abs(term.path("ranks").asDouble())
                    + Math.abs(term.path("score").asDouble());
            if (size > most) {
                most = size;
                why = term.path("text").asText("");
            }
        }
        return why;
    }
}
