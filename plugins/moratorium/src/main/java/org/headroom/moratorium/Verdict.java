package org.headroom.moratorium;

import static org.headroom.spi.FeatureLayer.NO_DATE;

import org.headroom.model.GateAnswer;

/**
 * What one instrument means on the evaluation date for a load that it covers, where its whole area is meant.
 *
 * @param answer PASS when it does not hold any more or not yet exists, CONDITIONAL or FAIL
 * @param shortestDaysLeft fewest days to its last day, at least 0
 * @param longestDaysLeft most days to its last day; {@link DayWindow#FOREVER} when nothing bounds it
 * @param lastDay latest day on which it may have held, where it held once and is over; else {@link DayWindow#NEVER}
 */
record Verdict(GateAnswer answer, long shortestDaysLeft, long longestDaysLeft, long lastDay) {
    static final Verdict NOTHING = new Verdict(GateAnswer.PASS, 0, 0, DayWindow.NEVER);

    private Verdict(GateAnswer answer, long shortestDaysLeft, long longestDaysLeft) {
        this(answer, shortestDaysLeft, longestDaysLeft, DayWindow.NEVER);
    }

    static Verdict of(Instrument instrument, long today, MoratoriumParameters parameters) {
        Term term = Term.of(instrument, today, parameters.unverifiedDateSlackDays());
        DayWindow lastDay = term.lastDay();
        if (instrument.is("PROPOSED")) {
            // Its dates are plans. Only a day that is named as its end can take it out of the world.
            boolean named = instrument.expiry() != NO_DATE || instrument.rescinded() != NO_DATE;
            return named && today > lastDay.latest()
                    ? NOTHING
                    : new Verdict(GateAnswer.CONDITIONAL, 0, DayWindow.FOREVER);
        }
        if (today < term.adopted().earliest()) {
            return NOTHING;
        }
        if (today > lastDay.latest()) {
            return new Verdict(GateAnswer.PASS, 0, 0, lastDay.latest());
        }
        boolean certain = instrument.status() != null && today >= term.start().latest() && today <= lastDay.earliest();
        boolean blocks =
                certain && !isStale(instrument, term, today, parameters) && !endsSoon(lastDay, today, parameters);
        return new Verdict(
                blocks ? GateAnswer.FAIL : GateAnswer.CONDITIONAL,
                Math.max(0, lastDay.earliest() - today),
                lastDay.latest() == DayWindow.FOREVER ? DayWindow.FOREVER : lastDay.latest() - today);
    }

    /** Whether it held once, is over, and may have held on a day or after it. */
    boolean endedSince(long day) {
        return lastDay != DayWindow.NEVER && lastDay >= day;
    }

    /** The same instrument where it is not known whether it covers the site or the load: if it does not, there is nothing to wait for. */
    Verdict inPart() {
        return answer == GateAnswer.PASS ? this : new Verdict(GateAnswer.CONDITIONAL, 0, longestDaysLeft);
    }

    private static boolean endsSoon(DayWindow lastDay, long today, MoratoriumParameters parameters) {
        long horizon = parameters.releaseHorizonDays();
        return horizon > 0 && lastDay.latest() - today <= horizon;
    }

    private static boolean isStale(Instrument instrument, Term term, long today, MoratoriumParameters parameters) {
        if (term.lastDay().latest() != DayWindow.FOREVER) {
            return false;
        }
        long heard = term.start().latest();
        if (instrument.checkedOn() != NO_DATE && instrument.checkedOn() <= today) {
            heard = Math.max(heard, instrument.checkedOn());
        }
        if (instrument.isRunning() && instrument.toldOn() != NO_DATE && instrument.toldOn() <= today) {
            heard = Math.max(heard, instrument.toldOn());
        }
        return today - heard > parameters.openEndedStaleDays();
    }
}
