package org.headroom.it;

import java.util.Optional;

/**
 * Where a run is killed: after a share of the time that it usually takes, or at a call that changes files.
 *
 * @param share of the time of an undisturbed run; of no use where there is a call
 */
record KillPoint(Kind kind, Start start, double share, Optional<Call> call) {
    /** What a point is chosen by. */
    enum Kind {
        TIME,
        BEGINNING,
        CHUNK,
        PUBLISHING
    }

    /** What lies in the output folder when the run begins. */
    enum Start {
        /** Nothing at all: layers, rules, and sites are made. */
        EMPTY,
        /** Snapshots of the layers, and compiled rules. */
        LOADED,
        /** All that a night has left, and one source that has changed since. */
        NEXT_NIGHT
    }

    /**
     * A call as {@code killat.c} counts it.
     *
     * @param name part of the path; all below the output folder when empty
     * @param from counting begins with the first call on a path with this in it
     * @param calls names of calls; all when empty
     * @param at number of the call, from 1 on
     * @param isBefore whether the process dies instead of the call, or after it
     */
    record Call(String name, String from, String calls, int at, boolean isBefore) {
        Call earlier() {
            return new Call(name, from, calls, Math.max(1, at * 9 / 10), isBefore);
        }

        @Override
        public String toString() {
            return (isBefore ? "before " : "after ") + (calls.isEmpty() ? "call " : calls + " ") + at + " on "
                    + (name.isEmpty() ? "anything" : name) + (from.isEmpty() ? "" : ", counted from " + from);
        }
    }

    static KillPoint atTime(Start start, double share) {
        return new KillPoint(Kind.TIME, start, share, Optional.empty());
    }

    static KillPoint atCall(Kind kind, Start start, Call call) {
        return new KillPoint(kind, start, 0, Optional.of(call));
    }

    /** A point that is surely reached sooner, for a run that was over before this one. */
    KillPoint earlier() {
        return new KillPoint(kind, start, share * 0.9, call.map(Call::earlier));
    }

    @Override
    public String toString() {
        return kind + " from " + start + ", "
                + call.map(Call::toString).orElse("at " + Math.round(share * 1000) / 10.0 + " % of the time");
    }
}
