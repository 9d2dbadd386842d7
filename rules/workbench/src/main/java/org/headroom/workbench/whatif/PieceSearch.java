package org.headroom.workbench.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.DoublePredicate;

/**
 * Searches a line of numbers for those at which a condition holds. Between two stops the condition changes at most once, as it compares a
 * monotone score with a fixed one; at the stops themselves anything may be.
 */
final class PieceSearch {
    private final SortedSet<Double> stops;
    private final DoublePredicate holds;

    PieceSearch(SortedSet<Double> stops, DoublePredicate holds) {
        this.stops = stops;
        this.holds = holds;
    }

    /** The first number beyond one, up to a last one, at which the condition holds; it must not hold where the search begins. */
    OptionalDouble first(double from, double last) {
        double at = from;
        for (double stop : stopsBetween(from, last)) {
            double begin = Math.nextAfter(at, stop);
            double end = Math.nextAfter(stop, at);
            if (begin != stop) {
                if (holds.test(begin)) {
                    return OptionalDouble.of(begin);
                }
                if (holds.test(end)) {
                    return OptionalDouble.of(Doubles.first(begin, end, holds));
                }
            }
            if (holds.test(stop)) {
                return OptionalDouble.of(stop);
            }
            at = stop;
        }
        return OptionalDouble.empty();
    }

    /** Stops strictly behind one number, in the order in which they are met, and the last number. */
    private List<Double> stopsBetween(double from, double last) {
        List<Double> between = new ArrayList<>();
        if (from < last) {
            stops.stream().filter(stop -> stop > from && stop < last).forEach(between::add);
        } else {
            stops.stream().filter(stop -> stop < from && stop > last).forEach(stop -> between.add(0, stop));
        }
        if (from != last) {
            between.add(last);
        }
        return between;
    }

    /** A closed range of numbers. */
    record Range(double low, double high) {
        double width() {
            return high - low;
        }
    }

    /** All ranges from {@code low} to {@code high} in which the condition holds, ascending; ranges that touch are one. */
    List<Range> ranges(double low, double high) {
        List<Range> found = new ArrayList<>();
        if (holds.test(low)) {
            found.add(new Range(low, low));
        }
        double at = low;
        for (double stop : stopsBetween(low, high)) {
            double begin = Math.nextAfter(at, stop);
            double end = Math.nextAfter(stop, at);
            if (begin != stop) {
                piece(found, begin, end);
            }
            if (holds.test(stop)) {
                add(found, stop, stop);
            }
            at = stop;
        }
        return found;
    }

    private void piece(List<Range> found, double begin, double end) {
        boolean first = holds.test(begin);
        boolean last = holds.test(end);
        if (first && last) {
            add(found, begin, end);
        } else if (first) {
            add(found, begin, Doubles.first(end, begin, holds));
        } else if (last) {
            add(found, Doubles.first(begin, end, holds), end);
        }
    }

    private static void add(List<Range> found, double low, double high) {
        int last = found.size() - 1;
        if (last >= 0 && Math.nextUp(found.get(last).high) == low) {
            found.set(last, new Range(found.get(last).low, high));
        } else {
            found.add(new Range(low, high));
        }
    }
}
