package org.headroom.moratorium;

import java.time.LocalDate;
import java.time.YearMonth;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something may have happened, from the earliest to the latest, both included, as days since 1970-01-01.
 *
 * @param earliest {@link #NEVER} when nothing bounds it
 * @param latest {@link #FOREVER} when nothing bounds it
 */
record DayWindow(long earliest, long latest) {
    static final long NEVER = -1_000_000_000L;
    static final long FOREVER = 1_000_000_000L;
    static final DayWindow OPEN = new DayWindow(FOREVER, FOREVER);

    /**
     * The window of a date as the layer gives it.
     *
     * @param day days since 1970-01-01, not {@link FeatureLayer#NO_DATE}
     * @param certainty EXACT or null: that day; MONTH or YEAR: any day of that month or year; else so many days either way
     */
    static DayWindow of(int day, @Nullable String certainty, long slackDays) {
        LocalDate date = LocalDate.ofEpochDay(day);
        if (certainty == null) {
            return new DayWindow(day, day);
        }
        return switch (certainty) {
            case "EXACT" -> new DayWindow(day, day);
            case "MONTH" -> {
                YearMonth month = YearMonth.from(date);
                yield new DayWindow(
                        month.atDay(1).toEpochDay(), month.atEndOfMonth().toEpochDay());
            }
            case "YEAR" ->
                new DayWindow(
                        LocalDate.of(date.getYear(), 1, 1).toEpochDay(),
                        LocalDate.of(date.getYear(), 12, 31).toEpochDay());
            default -> new DayWindow(day - slackDays, day + slackDays);
        };
    }

    DayWindow plus(long days) {
        return new DayWindow(earliest + days, latest + days);
    }

    DayWindow plusMonths(long months) {
        return new DayWindow(plusMonths(earliest, months), plusMonths(latest, months));
    }

    private static long plusMonths(long day, long months) {
        return day == NEVER || day == FOREVER
                ? day
                : LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
    }

    /** When the later of two things happened. */
    DayWindow laterOf(DayWindow other) {
        return new DayWindow(Math.max(earliest, other.earliest), Math.max(latest, other.latest));
    }

    /** When the earlier of two things happened. */
    DayWindow earlierOf(DayWindow other) {
        return new DayWindow(Math.min(earliest, other.earliest), Math.min(latest, other.latest));
    }

    /** Known to have happened by a day. */
    DayWindow atLatest(long day) {
        return new DayWindow(earliest, Math.max(earliest, Math.min(latest, day)));
    }
}
