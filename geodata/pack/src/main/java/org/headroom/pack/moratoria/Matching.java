package org.headroom.pack.moratoria;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the two sources are of one instrument: those of the same state, plain name and kind of body, whose days of adoption are at
 * most {@link #REACH_DAYS} days apart, or of which one has no such day; townships of one name must lie in one county too. The nearest are taken first, and each record once.
 */
final class Matching {
    /** Sources date one act by its first reading, its adoption or its publication; a second moratorium of a body comes later than that. */
    static final int REACH_DAYS = 92;

    private Matching() {}

    /** @param dispute of the same instrument as {@code inventory} */
    record Pair(Instrument inventory, Instrument dispute, long apart) {}

    static List<Pair> pairs(List<Instrument> inventory, List<Instrument> disputes) {
        Map<String, List<Instrument>> byKey = new HashMap<>();
        disputes.stream().filter(record -> record.standing().canMatch()).forEach(record -> byKey.computeIfAbsent(
                        record.key(), key -> new ArrayList<>())
                .add(record));
        List<Pair> possible = new ArrayList<>();
        for (Instrument record : inventory) {
            if (record.standing().canMatch()) {
                for (Instrument other : byKey.getOrDefault(record.key(), List.of())) {
                    long apart = apart(record, other);
                    if (apart <= REACH_DAYS) {
                        possible.add(new Pair(record, other, apart));
                    }
                }
            }
        }
        possible.sort(Comparator.comparingLong(Pair::apart)
                .thenComparing(pair -> pair.inventory().record())
                .thenComparing(pair -> pair.dispute().record()));
        Set<Instrument> taken = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : possible) {
            if (!taken.contains(pair.inventory()) && !taken.contains(pair.dispute())) {
                taken.add(pair.inventory());
                taken.add(pair.dispute());
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static long apart(Instrument one, Instrument other) {
        boolean refused = one.standing() == Standing.REJECTED || other.standing() == Standing.REJECTED;
        if (refused && (one.standing().isAdopted() || other.standing().isAdopted())) {
            return Long.MAX_VALUE;
        }
        if (one.type().equals("Township") && !one.sharesCounty(other)) {
            return Long.MAX_VALUE;
        }
        LocalDate first = adopted(one);
        LocalDate second = adopted(other);
        return first == null || second == null ? REACH_DAYS : Math.abs(ChronoUnit.DAYS.between(first, second));
    }

    /** The dates of a proposal are plans. */
    private static @Nullable LocalDate adopted(Instrument record) {
        return record.standing().isAdopted() ? record.adopted() : null;
    }
}
