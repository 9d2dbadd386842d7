package org.headroom.report.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the lines between states: edges that do not have the same state on both sides. Not safe for several threads. */
final class Outlines {
    private static final int NO_STATE = -1;
    private static final int INSIDE = -2;

    /** By edge, its smaller end first: the state on one side, or that both sides are of one. */
    private final Map<Edge, Integer> stateOf = new HashMap<>();

    private record Edge(long from, long to) {
        static Edge of(long one, long other) {
            return one < other ? new Edge(one, other) : new Edge(other, one);
        }
    }

    private static long point(int x, int y) {
        return ((long) x << Integer.SIZE) | (y & 0xFFFFFFFFL);
    }

    /** Adds a ring of whole points. */
    void add(int[] ring, int state) {
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            Edge edge = Edge.of(point(ring[i], ring[i + 1]), point(ring[next], ring[next + 1]));
            stateOf.merge(edge, state, (one, other) -> one.equals(other) && one != NO_STATE ? INSIDE : NO_STATE);
        }
    }

    /** The lines, as differences, in an order that depends on the edges alone. */
    List<int[]> lines() {
        Map<Long, List<Long>> open = new TreeMap<>();
        stateOf.forEach((edge, state) -> {
            if (state != INSIDE) {
                open.computeIfAbsent(edge.from, at -> new ArrayList<>()).add(edge.to);
                open.computeIfAbsent(edge.to, at -> new ArrayList<>()).add(edge.from);
            }
        });
        open.values().forEach(ends -> ends.sort(null));
        List<int[]> lines = new ArrayList<>();
        // Lines that end somewhere first, so that a ring begins nowhere in the middle of one.
        for (boolean onlyEnds : new boolean[] {true, false}) {
            for (long start : List.copyOf(open.keySet())) {
                while (open.containsKey(start)
                        && (!onlyEnds || open.getOrDefault(start, List.of()).size() % 2 == 1)) {
                    lines.add(QuantisedShapes.differences(straightened(walk(open, start))));
                }
            }
        }
        return lines;
    }

    private static List<Long> walk(Map<Long, List<Long>> open, long start) {
        List<Long> line = new ArrayList<>(List.of(start));
        long at = start;
        while (open.containsKey(at)) {
            long next = take(open, at, 0);
            take(open, next, open.getOrDefault(next, List.of()).indexOf(at));
            line.add(next);
            at = next;
        }
        return line;
    }

    private static long take(Map<Long, List<Long>> open, long at, int place) {
        List<Long> ends = open.getOrDefault(at, new ArrayList<>());
        long taken = ends.remove(place);
        if (ends.isEmpty()) {
            open.remove(at);
        }
        return taken;
    }

    private static int[] straightened(List<Long> line) {
        int[] points = new int[2 * line.size()];
        int size = 0;
        for (long point : line) {
            int x = (int) (point >> Integer.SIZE);
            int y = (int) point;
            if (size >= 4 && isStraight(points, size, x, y)) {
                size -= 2;
            }
            points[size++] = x;
            points[size++] = y;
        }
        return Arrays.copyOf(points, size);
    }

    private static boolean isStraight(int[] points, int size, int x, int y) {
        long dx = (long) points[size - 2] - points[size - 4];
        long dy = (long) points[size - 1] - points[size - 3];
        return dx * (y - points[size - 1]) == dy * (x - points[size - 2])
                && dx * (x - points[size - 2]) + dy * (y - points[size - 1]) > 0;
    }
}
