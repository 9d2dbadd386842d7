package org.headroom.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.Json;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two runs and by what: the content of {@code changes.json}. Ranks count from 1, scores are points; a site that a run has not is
 * null there.
 *
 * @param format version of this layout
 * @param from the earlier run
 * @param to the later run
 * @param topN how many sites the top has
 * @param order the order in which the inputs of the earlier run were replaced by those of the later one
 * @param counts how many sites
 * @param causes what moved sites, that which scored the most otherwise first
 * @param withoutEffect what differs between the inputs and moved nothing
 * @param entered sites that came into the top, by their rank
 * @param left sites that went out of the top, by the rank that they had
 * @param moved the top of either run and the watched sites by their rank, then the largest moves
 * @param notes what cannot be told or is told elsewhere, in sentences without a full stop
 * @param gates gates that answer otherwise, by the rank of the site; at most {@link ChangesMaker#MOST_LISTED}
 * @param settled measurements that were unknown or lay between bounds and are known now, likewise
 */
public record Changes(
        int format,
        RunEntry from,
        RunEntry to,
        int topN,
        List<String> order,
        Counts counts,
        List<CauseEntry> causes,
        List<CauseEntry> withoutEffect,
        List<Move> entered,
        List<Move> left,
        List<Move> moved,
        List<String> notes,
        List<GateEntry> gates,
        List<SettledEntry> settled) {
    /** Version of the layout that this Headroom writes. */
    public static final int FORMAT = 1;

    /** Name of the file in a run's folder. */
    public static final String FILE = "changes.json";

    /** Name of the table in a run's folder. */
    public static final String TABLE = "changes.csv";

    public Changes {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        order = List.copyOf(order);
        causes = List.copyOf(causes);
        withoutEffect = List.copyOf(withoutEffect);
        entered = List.copyOf(entered);
        left = List.copyOf(left);
        moved = List.copyOf(moved);
        // A run of an earlier version has none.
        notes = notes == null ? List.of() : List.copyOf(notes);
        gates = List.copyOf(gates);
        settled = List.copyOf(settled);
    }

    /**
     * The changes of a run; empty where it has none to tell, as there was no night before or an older version made it.
     *
     * @throws java.io.UncheckedIOException when the file is damaged
     */
    public static Optional<Changes> of(PublishedRun run) {
        Path file = run.folder().resolve(FILE);
        return Files.exists(file) ? Optional.of(Json.read(file, Changes.class)) : Optional.empty();
    }

    /** A run: its name, evaluation date, and the policy with its version. */
    public record RunEntry(String run, String date, String policy) {
        static RunEntry of(LedgerRun run) {
            return new RunEntry(run.name(), run.date(), run.policy());
        }
    }

    /**
     * How many sites.
     *
     * @param moved with another rank or score
     * @param up with a better rank
     * @param down with a worse rank
     * @param fresh that are new; {@code new} in the file
     * @param gone that are no longer there
     * @param gates gates that answer otherwise, each of a site counted
     * @param settled measurements that are settled
     */
    public record Counts(
            int moved,
            int up,
            int down,
            @JsonProperty("new") int fresh,
            int gone,
            int gates,
            int settled) {}

    /**
     * What differs between the inputs.
     *
     * @param cause candidates, data, parameters, rules, weights or calendar
     * @param of the layer, or what differs
     * @param title title of the layer for people; empty where it has none, or for another input
     * @param sites number of sites that it scored otherwise, or that are new or gone
     * @param text for a person
     */
    public record CauseEntry(String cause, String of, String title, int sites, String text) {}

    /** A gate of a site; null where the policy of that run has no such gate. */
    public record GateEntry(
            String site,
            String name,
            String gate,
            @Nullable String from,
            @Nullable String to,
            String cause,
            String of,
            String text) {}

    /**
     * A measurement that is settled.
     *
     * @param from lower and upper bound; null where it was unknown; an end that is infinite is null
     * @param to the value, or lower and upper bound likewise
     * @param record the record that decides it, {@code layer: record}; empty where no single one does
     */
    public record SettledEntry(
            String site,
            String name,
            String criterion,
            @Nullable Object from,
            Object to,
            String record,
            String text) {}
}
