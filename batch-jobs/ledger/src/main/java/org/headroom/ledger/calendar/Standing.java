package org.headroom.ledger.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How the sites of a run stand on one day. Immutable; its arrays are not to be written to. */
public final class Standing {
    private final LocalDate day;
    private final byte[] gates;
    private final byte[] tiers;
    private final int[] top;
    private final Map<String, String> layers;
    private final Map<String, Decided> decided;
    private final Optional<String> refusal;

    /**
     * A day on which a run is possible.
     *
     * @param gates for each site the ordinal of {@link org.headroom.model.GateAnswer}, all gates together
     * @param tiers for each site its tier
     * @param top the first N sites that are not excluded, in the order of their ranks
     * @param layers the use of each layer, by its id
     * @param decided what decided at each site, by criterion, for those that gates read and that depend on the day
     */
    public Standing(
            LocalDate day,
            byte[] gates,
            byte[] tiers,
            int[] top,
            Map<String, String> layers,
            Map<String, Decided> decided) {
        this(day, gates, tiers, top, layers, decided, Optional.empty());
    }

    private Standing(
            LocalDate day,
            byte[] gates,
            byte[] tiers,
            int[] top,
            Map<String, String> layers,
            Map<String, Decided> decided,
            Optional<String> refusal) {
        this.day = day;
        this.gates = gates;
        this.tiers = tiers;
        this.top = top;
        this.layers = Map.copyOf(layers);
        this.decided = Map.copyOf(decided);
        this.refusal = refusal;
    }

    /** A day on which no run is possible. */
    public static Standing refused(LocalDate day, String why) {
        return new Standing(day, new byte[0], new byte[0], new int[0], Map.of(), Map.of(), Optional.of(why));
    }

    /** What one criterion says of each site: its value, NaN where unknown, and the record that it rests on, -1 for none. */
    public static final class Decided {
        private final double[] values;
        private final short[] layers;
        private final int[] records;

        public Decided(double[] values, short[] layers, int[] records) {
            this.values = values;
            this.layers = layers;
            this.records = records;
        }

        /** Whether a site has the same value by the same record. */
        public boolean isSame(Decided other, int site) {
            return Double.compare(values[site], other.values[site]) == 0
                    && layers[site] == other.layers[site]
                    && records[site] == other.records[site];
        }

        /** Ordinal of the layer; negative for none. */
        public int layer(int site) {
            return layers[site];
        }

        public int record(int site) {
            return records[site];
        }
    }

    public LocalDate day() {
        return day;
    }

    /** Why no run is possible on this day. */
    public Optional<String> refusal() {
        return refusal;
    }

    public int size() {
        return gates.length;
    }

    public int gate(int site) {
        return gates[site];
    }

    public int tier(int site) {
        return tiers[site];
    }

    /** The first N sites that are not excluded, in the order of their ranks. */
    public int[] top() {
        return top;
    }

    /** The rank of a site among the first N; 0 when it is not among them. */
    public int rank(int site) {
        for (int i = 0; i < top.length; i++) {
            if (top[i] == site) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The use of each layer, by its id. */
    public Map<String, String> layers() {
        return layers;
    }

    /** What decided, by criterion. */
    public Map<String, Decided> decided() {
        return decided;
    }

    /** Whether nothing differs that a calendar tells: gates, tiers, who is among the first N, layers. */
    public boolean isLike(Standing other) {
        return Arrays.equals(gates, other.gates)
                && Arrays.equals(tiers, other.tiers)
                && Arrays.equals(sortedTop(), other.sortedTop())
                && layers.equals(other.layers)
                && refusal.isPresent() == other.refusal.isPresent();
    }

    private int[] sortedTop() {
        int[] sorted = top.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
