package org.headroom.decide.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RecordIds;
import org.headroom.runs.ToldFields;

/** The nodes that decided a criterion in a run, with the least that any site was told of each. Not safe for several threads. */
public final class GridNodes implements AutoCloseable {
    private final RecordIds records;
    private final ToldFields told;
    private final Map<Long, Integer> numberOf = new HashMap<>();
    private final List<GridNode> nodes = new ArrayList<>();
    private final List<Double> headroomMw = new ArrayList<>();

    /** Opens the nodes of a run. */
    public GridNodes(ExplanationFiles files) {
        records = new RecordIds(files);
        told = new ToldFields(files);
    }

    /** The node of a record. */
    public GridNode node(int layer, int record) {
        int number = numberOf.computeIfAbsent((long) layer << Integer.SIZE | record, key -> {
            Map<String, String> fields = told.of(layer, record);
            nodes.add(new GridNode(
                    nodes.size(),
                    records.layers().get(layer),
                    recordId(layer, record),
                    fields.getOrDefault("name", ""),
                    fields.getOrDefault("headroomZoneId", "")));
            headroomMw.add(Double.NaN);
            return nodes.size() - 1;
        });
        return nodes.get(number);
    }

    /** Notes the headroom that a site was told of a node; NaN for nothing. */
    public void tell(GridNode node, double mw) {
        double before = headroomMw.get(node.number());
        if (!Double.isNaN(mw)) {
            headroomMw.set(node.number(), Double.isNaN(before) ? mw : Math.min(before, mw));
        }
    }

    /** NaN where it is not known. */
    public double headroomMw(GridNode node) {
        return headroomMw.get(node.number());
    }

    /**
     * The ceiling of each zone, NaN where it is not known: the largest headroom of its nodes. As no node has more than its zone has, the ceiling is
     * that or more.
     */
    public Map<String, Double> zones() {
        Map<String, Double> ceilings = new TreeMap<>();
        for (GridNode node : nodes) {
            if (!node.zone().isEmpty()) {
                ceilings.merge(node.zone(), headroomMw(node), GridNodes::larger);
            }
        }
        return ceilings;
    }

    private static double larger(double one, double other) {
        if (Double.isNaN(one)) {
            return other;
        }
        return Double.isNaN(other) ? one : Math.max(one, other);
    }

    private String recordId(int layer, int record) {
        return Objects.requireNonNullElse(records.id(layer, record), Integer.toString(record + 1));
    }

    /** A record for people: its id, and its layer. */
    public String label(int layer, int record) {
        return records.layers().get(layer) + " " + recordId(layer, record);
    }

    @Override
    public void close() {
        told.close();
        records.close();
    }
}
