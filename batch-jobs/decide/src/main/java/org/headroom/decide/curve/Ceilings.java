package org.headroom.decide.curve;

import java.util.Map;
import java.util.TreeMap;
import org.headroom.decide.grid.GridNode;

/**
 * MW drawn from nodes of known headroom, by bin, so that along the curve no node and no zone gives more than it has. Room grows with the nodes, not
 * with the sites.
 */
final class Ceilings {
    private final int bins;
    private final Map<Integer, Double> leftAtNode = new TreeMap<>();
    private final Map<Integer, Map<String, Drawn>> byNode = new TreeMap<>();

    Ceilings(int bins) {
        this.bins = bins;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Drawn(GridNode node, String state, double[] mw) {}

    /**
     * Draws at a node of known headroom.
     *
     * @param mostMw headroom of the node, MW
     */
    void draw(GridNode node, String state, double mostMw, int bin, double mw) {
        leftAtNode.merge(node.number(), mostMw, Math::min);
        byNode.computeIfAbsent(node.number(), number -> new TreeMap<>())
                .computeIfAbsent(state, key -> new Drawn(node, state, new double[bins]))
                .mw()[bin] += mw;
    }

    /** Takes what a node gives in a bin. */
    @FunctionalInterface
    interface Taker {
        void take(String state, int bin, double mw);
    }

    /** Tells what each node gives by bin, within its headroom and the ceiling of its zone; once, at the end. */
    void settle(Taker taker) {
        Map<String, Double> left = new TreeMap<>();
        byNode.values().forEach(states -> states.values().forEach(drawn -> {
            if (!drawn.node().zone().isEmpty()) {
                // No node has more than its zone, so the zone has at least the most of its nodes.
                left.merge(
                        drawn.node().zone(),
                        leftAtNode.getOrDefault(drawn.node().number(), 0.0),
                        Math::max);
            }
        }));
        for (int bin = 0; bin < bins; bin++) {
            int at = bin;
            byNode.values().forEach(states -> states.values().forEach(drawn -> settle(drawn, at, left, taker)));
        }
    }

    private void settle(Drawn drawn, int bin, Map<String, Double> leftInZone, Taker taker) {
        int number = drawn.node().number();
        double ofNode = leftAtNode.getOrDefault(number, 0.0);
        double ofZone = leftInZone.getOrDefault(drawn.node().zone(), Double.POSITIVE_INFINITY);
        double given = Math.min(drawn.mw()[bin], Math.min(ofNode, ofZone));
        if (given > 0) {
            leftAtNode.put(number, ofNode - given);
            leftInZone.computeIfPresent(drawn.node().zone(), (zone, mw) -> mw - given);
            taker.take(drawn.state(), bin, given);
        }
    }
}
