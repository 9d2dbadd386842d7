package org.headroom.runtime;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that holds, or held, the lease of an output folder.
 *
 * @param pid its number on its host, which another process may have had before it
 * @param host name of its host
 * @param started when the process began; together with the number this names one process only
 * @param since when it took the lease
 */
public record Holder(long pid, String host, Instant started, Instant since) {
    private static final Pattern WORDS =
            Pattern.compile("process ([0-9]{1,18}) on (\\S+), started (\\S+), holder since (\\S+)", Pattern.DOTALL);

    public Holder {
        host = host.isBlank() ? "unknown-host" : host.strip();
        started = started.truncatedTo(ChronoUnit.SECONDS);
        since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Process and host, for a table. */
    public String name() {
        return pid + "@" + host;
    }

    /** The holder in a few words, which {@link #parse} understands. */
    @Override
    public String toString() {
        return "process " + pid + " on " + host + ", started " + started + ", holder since " + since;
    }

    /** Reads what {@link #toString} gives; empty for anything else. */
    public static Optional<Holder> parse(String words) {
        Matcher matcher = WORDS.matcher(words.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Holder(
                    Long.parseLong(matcher.group(1)),
                    matcher.group(2),
                    Instant.parse(matcher.group(3)),
                    Instant.parse(matcher.group(4))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
