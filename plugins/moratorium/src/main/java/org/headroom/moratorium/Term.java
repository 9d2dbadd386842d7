package org.headroom.moratorium;

import static org.headroom.moratorium.DayWindow.FOREVER;
import static org.headroom.moratorium.DayWindow.NEVER;
import static org.headroom.spi.FeatureLayer.NO_DATE;

/**
 * When an instrument was adopted, from when it holds, and its last day. The last day is the expiry date where there is one, else the
 * effective date plus the term: the first day is not counted and the last is (US Federal Rules of Civil Procedure, rule 6(a)(1), 2009),
 * so a term of 45 days from 12 February ends with 29 March in a common year; a term of months ends on the same day of its last month, or on
 * that month's last day. On its last day the instrument still holds.
 *
 * @param adopted when it came into the world; before that it does not exist
 * @param start first day on which it holds
 * @param lastDay last day on which it holds; {@link DayWindow#OPEN} when it has no end
 */
record Term(DayWindow adopted, DayWindow start, DayWindow lastDay) {

    /**
     * The term of an instrument.
     *
     * @param today the evaluation date, taken for the day of the layer where the layer has none
     * @param slackDays how far an unverified date may be off
     */
    static Term of(Instrument instrument, long today, long slackDays) {
        long asOf = instrument.toldOn() == NO_DATE ? today : instrument.toldOn();
        DayWindow adopted = adopted(instrument, asOf, slackDays);
        DayWindow effective = instrument.effective() == NO_DATE
                ? adopted
                : DayWindow.of(instrument.effective(), instrument.certainty(), slackDays);
        if (instrument.isRunning() && effective.earliest() <= asOf) {
            effective = effective.atLatest(asOf);
        }
        DayWindow lastDay = lastDay(instrument, effective, asOf, slackDays);
        return new Term(adopted, effective.laterOf(adopted), lastDay);
    }

    private static DayWindow adopted(Instrument instrument, long asOf, long slackDays) {
        DayWindow window;
        if (instrument.adopted() != NO_DATE) {
            window = DayWindow.of(instrument.adopted(), instrument.certainty(), slackDays);
        } else if (instrument.effective() != NO_DATE) {
            long latest = DayWindow.of(instrument.effective(), instrument.certainty(), slackDays)
                    .latest();
            window = new DayWindow(NEVER, latest);
        } else {
            window = new DayWindow(NEVER, FOREVER);
        }
        // A source that lists it as adopted knew of it on its own day.
        boolean knownByThen = instrument.isRunning() || instrument.isOver();
        return knownByThen && window.earliest() <= asOf ? window.atLatest(asOf) : window;
    }

    private static DayWindow lastDay(Instrument instrument, DayWindow effective, long asOf, long slackDays) {
        DayWindow end = DayWindow.OPEN;
        boolean counted = false;
        if (instrument.expiry() != NO_DATE) {
            String certainty = "UNVERIFIED".equals(instrument.certainty()) ? "UNVERIFIED" : null;
            end = DayWindow.of(instrument.expiry(), certainty, slackDays);
        } else if (instrument.hasTerm()) {
            end = Double.isNaN(instrument.durationDays())
                    ? effective.plusMonths(Math.round(instrument.durationMonths()))
                    : effective.plus(Math.round(instrument.durationDays()));
            counted = true;
        }
        if (counted && mayBeLonger(instrument, end, asOf)) {
            end = new DayWindow(end.earliest(), FOREVER);
        }
        if (instrument.rescinded() != NO_DATE) {
            long dayBefore = instrument.rescinded() - 1L;
            return end.earlierOf(new DayWindow(dayBefore, dayBefore));
        }
        return instrument.isOver() ? over(instrument, end, asOf) : end;
    }

    // An extension lengthens the counted term by an unknown time, and a source that still calls it active after the
    // counted end
    // knows of one or has not looked.
    private static boolean mayBeLonger(Instrument instrument, DayWindow end, long asOf) {
        boolean contradicted = instrument.is("ACTIVE") && instrument.toldOn() != NO_DATE && end.latest() < asOf;
        return instrument.is("EXTENDED") || contradicted;
    }

    private static DayWindow over(Instrument instrument, DayWindow end, long asOf) {
        long dayBefore = asOf - 1;
        if (instrument.is("EXPIRED") && end.earliest() <= dayBefore) {
            return end.atLatest(dayBefore);
        }
        return new DayWindow(NEVER, Math.min(end.latest(), dayBefore));
    }
}
