package org.headroom.ledger.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds the days on which anything changes. It looks at some days, and between two of them that differ at the one in the middle, until the day of
 * each change is known. What changes and changes back between two days that are looked at is not seen: so the days that the books name are
 * to be among them.
 */
public final class DaySearch {
    private final Function<LocalDate, Standing> standings;
    private final List<Step> steps = new ArrayList<>();
    private int looked;

    /** @param standings how the sites stand on a day; asked once for each day */
    public DaySearch(Function<LocalDate, Standing> standings) {
        this.standings = standings;
    }

    /** Two days that follow one another and differ. */
    public record Step(Standing before, Standing after) {}

    /**
     * The changes from one day to another, in order; none after a day on which no run is possible any more.
     *
     * @param looks days between the two that are looked at in any case
     */
    public List<Step> between(LocalDate from, LocalDate until, SortedSet<LocalDate> looks) {
        SortedSet<LocalDate> days = new TreeSet<>(looks);
        days.removeIf(day -> !day.isAfter(from) || day.isAfter(until));
        days.add(until);
        Standing before = on(from);
        for (LocalDate day : days) {
            if (!day.isAfter(from) || before.refusal().isPresent()) {
                break;
            }
            Standing after = on(day);
            narrow(before, after);
            before = after;
        }
        return steps;
    }

    private void narrow(Standing before, Standing after) {
        if (before.isLike(after)) {
            return;
        }
        long days = ChronoUnit.DAYS.between(before.day(), after.day());
        if (days == 1) {
            steps.add(new Step(before, after));
            return;
        }
        Standing middle = on(before.day().plusDays(days / 2));
        narrow(before, middle);
        narrow(middle, after);
    }

    private Standing on(LocalDate day) {
        looked++;
        return standings.apply(day);
    }

    /** On how many days it has looked. */
    public int looked() {
        return looked;
    }
}
