package org.headroom.ledger.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code calendar.json} of a run: what happens on which day to come if nobody changes an input before.
 *
 * @param format version of this file's layout
 * @param from the evaluation date of the run, ISO 8601
 * @param until the last day that was looked at, ISO 8601
 * @param topN length of the list that people look at
 * @param checked what was looked at, so that silence is not taken for more than it is
 * @param days those on which something happens, in order
 */
public record Calendar(int format, String from, String until, int topN, Checked checked, List<Day> days) {
    /** Version of the layout that this Headroom writes. */
    public static final int FORMAT = 1;

    /** Name of the file in the run's folder. */
    public static final String FILE = "calendar.json";

    public Calendar {
        days = List.copyOf(days);
    }

    /** What happens on a day. */
    public enum Kind {
        /** The answer of all gates of a site together. */
        GATE,
        /** A site enters or leaves the first N. */
        TOP_N,
        /** A site that keeps its gates' answer comes into another tier. */
        TIER,
        /** A layer becomes too old to be used as before. */
        LAYER
    }

    /**
     * What was looked at.
     *
     * @param sites number of sites; 0 when none was looked at
     * @param days number of days on which they were measured and ranked
     * @param text one sentence for a person
     */
    public record Checked(int sites, int days, String text) {}

    /**
     * A day, ISO 8601, and what has changed since the day before.
     *
     * @param events gates by site, then tiers, the top N by rank, layers
     */
    public record Day(String date, List<Event> events) {
        public Day {
            events = List.copyOf(events);
        }
    }

    /**
     * One change.
     *
     * @param site id of the site; null for a layer
     * @param name its name; null where it has none
     * @param layer the layer whose record decides, or that is too old; null when no single one does
     * @param record id of the record that decides; null when no single one does
     * @param from what held the day before: a gate's answer, a tier, a rank (null for none among the first N), USED, MARKED or WITHHELD
     * @param to what holds from this day on; REFUSED when no run is possible any more
     * @param text one sentence for a person, without its full stop
     */
    public record Event(
            Kind kind,
            @Nullable String site,
            @Nullable String name,
            @Nullable String layer,
            @Nullable String record,
            @Nullable String from,
            @Nullable String to,
            String text) {}
}
