package org.headroom.it.recomputed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** How near the grid is: the distance to the nearest node or line that carries the load and to bulk transmission, and the voltage in reach. */
public final class Grid {
    /** Lines are complete from this voltage on, as the descriptor of their layer says. */
    private static final double COMPLETE_FROM_KV = 230;

    private final Nodes nodes;
    private final Map<String, NamedCsvRecord> counties = new HashMap<>();
    private final Map<String, Double> transferMw = new HashMap<>();
    private final double leastKv;
    private final double bulkKv;
    private final double reachKm;
    private final double farthestKm;

    /**
     * Reads the files of the pack and the parameters of the policy.
     *
     * @param loadMw of the load that is asked for
     */
    public Grid(Path data, Path policy, double loadMw) {
        Parameters parameters = new Parameters(policy, "grid-headroom");
        leastKv = parameters.number("minimumVoltageKv");
        bulkKv = parameters.number("bulkVoltageKv");
        reachKm = parameters.number("connectionReachKm");
        farthestKm = parameters.number("maximumDistanceKm");
        if (loadMw > parameters.number("lineMwAt69Kv") || leastKv != 69) {
            throw new IllegalStateException("only loads that 69 kV carry are done here");
        }
        nodes = new Nodes(data);
        for (NamedCsvRecord row : Rows.of(data.resolve("county-grid.csv"))) {
            counties.put(Rows.fips(row.getField("fips")), row);
        }
        for (NamedCsvRecord row : Rows.of(data.resolve("county-transfer-capacity.csv"))) {
            into(row.getField("r"), Rows.number(row, "MW_r0"));
            into(row.getField("rr"), Rows.number(row, "MW_f0"));
        }
    }

    private void into(String county, double mw) {
        transferMw.merge(county.substring(1), mw, Double::sum);
    }

    /** All criteria of a county. */
    public Map<String, Measured> of(Counties.County county, Coordinate place) {
        return all(county.outline(), county.code(), place, true);
    }

    /** All criteria of a place in a county. */
    public Map<String, Measured> at(Coordinate place, Counties.County county) {
        return all(county.outline().getFactory().createPoint(place), county.code(), place, false);
    }

    private Map<String, Measured> all(Geometry site, String code, Coordinate place, boolean isWholeCounty) {
        NamedCsvRecord row = counties.get(code);
        double mappedKv = row == null ? Double.NaN : Rows.number(row, "kv");
        double ownKv = isWholeCounty ? mappedKv : Double.NaN;
        Map<String, Measured> all = new TreeMap<>();
        double km = ownKv >= leastKv ? 0 : nodes.nearestKm(site, leastKv);
        all.put("distanceToInterconnectionKm", km > farthestKm ? Measured.UNKNOWN : Measured.between(0, km));
        double bulkKm = ownKv >= bulkKv ? 0 : nodes.nearestKm(site, bulkKv);
        all.put("distanceToBulkTransmissionKm", Measured.between(bulkKm, bulkKm));
        double highest = DoubleStream.of(
                        nodes.highestKv(site, place, reachKm, leastKv), Double.isNaN(mappedKv) ? 0 : mappedKv)
                .max()
                .orElseThrow();
        boolean isSure = mappedKv > 0 || highest >= COMPLETE_FROM_KV;
        all.put("nominalVoltageKv", Measured.between(highest, isSure ? highest : COMPLETE_FROM_KV - 1));
        all.put("transferCapacityMw", known(transferMw.getOrDefault(code, Double.NaN)));
        all.put("bulkSubstationCount", known(row == null ? Double.NaN : Rows.number(row, "bulk_substation_count")));
        return all;
    }

    private static Measured known(double value) {
        return Double.isNaN(value) ? Measured.UNKNOWN : Measured.between(value, value);
    }
}
