package org.headroom.decide.portfolio.choice;

import java.util.List;
import java.util.TreeSet;

/** The best of all sets that were offered, at most so many; each set once. */
final class BestSets {
    private final int most;
    private final TreeSet<Chosen> sets = new TreeSet<>(Chosen.BEST_FIRST);

    BestSets(int most) {
        this.most = most;
    }

    void offer(int[] members, int count, long value) {
        if (value >= threshold()) {
            sets.add(Chosen.of(members, count, value));
            if (sets.size() > most) {
                sets.pollLast();
            }
        }
    }

    /** Sets below this value change nothing. */
    long threshold() {
        return sets.size() < most ? Long.MIN_VALUE : sets.last().value();
    }

    List<Chosen> list() {
        return List.copyOf(sets);
    }
}
