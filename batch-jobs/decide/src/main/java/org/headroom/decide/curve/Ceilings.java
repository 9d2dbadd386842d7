package org.headroom.decide.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.decide.grid.GridNode;
import org.jspecify.annotations.Nullable;

/**
 * MW drawn from nodes of known headroom, by bin, so that along the curve no node and no zone gives more than it has. Room grows with the nodes, not
 * with the sites.
 */
final class Ceilings {
    private final int bins;
    private final Map<Integer, Node> nodes = new HashMap<>();

    Ceilings(int bins) {
        this.bins = bins;
    }

    /** What can still be given by a node, or by all nodes of a zone. */
    private static final class Room {
        double mw;

        Room(double mw) {
            this.mw = mw;
        }
    }

    private static final class Node {
        final GridNode node;
        final Room room = new Room(Double.POSITIVE_INFINITY);
        final Map<String, Drawn> byState = new TreeMap<>();

        Node(GridNode node) {
            this.node = node;
        }
    }

    /** MW by bin that one state draws from one node, of which most have few bins. */
    private static final class Drawn {
        private int[] bins = new int[4];
        private double[] mw = new double[4];
        private int size;

        void add(int bin, double more) {
            int at = Arrays.binarySearch(bins, 0, size, bin);
            if (at < 0) {
                at = -at - 1;
                if (size == bins.length) {
                    bins = Arrays.copyOf(bins, 2 * size);
                    mw = Arrays.copyOf(mw, 2 * size);
                }
                System.arraycopy(bins, at, bins, at + 1, size - at);
                System.arraycopy(mw, at, mw, at + 1, size - at);
                bins[at] = bin;
                mw[at] = 0;
                size++;
            }
            mw[at] += more;
        }
    }

    /**
     * Draws at a node of known headroom.
     *
     * @param mostMw headroom of the node, MW
     */
    void draw(GridNode node, String state, double mostMw, int bin, double mw) {
        Node from = nodes.computeIfAbsent(node.number(), number -> new Node(node));
        from.room.mw = Math.min(from.room.mw, mostMw);
        from.byState.computeIfAbsent(state, key -> new Drawn()).add(bin, mw);
    }

    /** Takes what a node gives in a bin. */
    @FunctionalInterface
    interface Taker {
        void take(String state, int bin, double mw);
    }

    /** What is drawn, with the rooms that bound it, bin by bin. */
    private static final class Settling {
        private final String state;
        private final Drawn drawn;
        private final Room ofNode;
        private final @Nullable Room ofZone;
        private int next;

        Settling(String state, Drawn drawn, Room ofNode, @Nullable Room ofZone) {
            this.state = state;
            this.drawn = drawn;
            this.ofNode = ofNode;
            this.ofZone = ofZone;
        }

        void settle(int bin, Taker taker) {
            if (next == drawn.size || drawn.bins[next] != bin) {
                return;
            }
            double given = Math.min(drawn.mw[next++], ofNode.mw);
            if (ofZone != null) {
                given = Math.min(given, ofZone.mw);
            }
            if (given > 0) {
                ofNode.mw -= given;
                if (ofZone != null) {
                    ofZone.mw -= given;
                }
                taker.take(state, bin, given);
            }
        }
    }

    /** Tells what each node gives by bin, within its headroom and the ceiling of its zone; once, at the end. */
    void settle(Taker taker) {
        Map<String, Room> zones = new HashMap<>();
        List<Settling> all = new ArrayList<>();
        // By number, as sums of floating point depend on the order.
        new TreeMap<>(nodes).values().forEach(from -> {
            Room ofZone = zone(from, zones);
            from.byState.forEach((state, drawn) -> all.add(new Settling(state, drawn, from.room, ofZone)));
        });
        for (int bin = 0; bin < bins; bin++) {
            for (Settling settling : all) {
                settling.settle(bin, taker);
            }
        }
    }

    private static @Nullable Room zone(Node from, Map<String, Room> zones) {
        String zone = from.node.zone();
        if (zone.isEmpty()) {
            return null;
        }
        // No node has more than its zone, so the zone has at least the most of its nodes.
        Room room = zones.computeIfAbsent(zone, key -> new Room(from.room.mw));
        room.mw = Math.max(room.mw, from.room.mw);
        return room;
    }
}
