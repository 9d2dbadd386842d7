package org.headroom.runs.preview;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the sites with the largest keys, whatever the number of sites; of two with the same key the one that was added first. */
final class Largest {
    private static final Comparator<Entry> ORDER =
            Comparator.comparingInt(Entry::key).reversed().thenComparingInt(Entry::turn);

    private final int most;
    private final PriorityQueue<Entry> kept = new PriorityQueue<>(ORDER.reversed());
    private int turns;

    private record Entry(int key, int turn, int site) {}

    Largest(int most) {
        this.most = most;
    }

    void add(int key, int site) {
        turns++;
        if (most == 0) {
            return;
        }
        Entry entry = new Entry(key, turns, site);
        if (kept.size() < most) {
            kept.add(entry);
        } else if (ORDER.compare(entry, kept.element()) < 0) {
            kept.remove();
            kept.add(entry);
        }
    }

    /** The largest first. */
    List<Integer> sites() {
        return kept.stream().sorted(ORDER).map(Entry::site).toList();
    }
}
