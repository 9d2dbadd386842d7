package org.headroom.it.recomputed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The firm import right of each mine: at least what is surely held, at most what its source names. */
public final class ImportRights {
    private final Map<String, Measured> byId = new HashMap<>();
    private final Map<String, Double> letMw = new HashMap<>();

    /** Reads the files of the pack and the parameter of the policy. */
    public ImportRights(Path data, Path policy, List<String> files) {
        double firmFraction = new Parameters(policy, "import-right").number("nameplateFirmFraction");
        for (String file : files) {
            for (NamedCsvRecord row : Rows.of(data.resolve(file))) {
                byId.put(row.getField("id"), of(row, firmFraction));
                double let = Rows.number(row, "let_mw");
                letMw.put(row.getField("id"), Double.isNaN(let) ? 0 : let);
            }
        }
    }

    private static Measured of(NamedCsvRecord row, double firmFraction) {
        double figure = Rows.number(row, "capacity_mw");
        String meaning = row.getField("capacity_meaning");
        String status = row.getField("status");
        boolean isNoFirmImport =
                List.of("IMPORT_INTERRUPTIBLE", "EXPORT", "NONE").contains(row.getField("connection_right"));
        boolean isRight = meaning.equals("CONTRACTED") || meaning.equals("ENERGISED");
        if (isNoFirmImport || status.equals("WITHDRAWN") || status.equals("RETIRED")) {
            return Measured.between(0, 0);
        }
        if (status.equals("PROPOSED") || status.equals("DELAYED")) {
            return isRight ? upTo(figure, 0) : Measured.between(0, 0);
        }
        if (status.equals("OPERATING") || status.equals("CONVERTED")) {
            return upTo(figure, isRight ? figure : meaning.equals("NAMEPLATE") ? firmFraction * figure : 0);
        }
        return upTo(figure, status.equals("BUILDING") && meaning.equals("ENERGISED") ? figure : 0);
    }

    private static Measured upTo(double high, double low) {
        return Double.isNaN(high) ? Measured.UNKNOWN : Measured.between(low, high);
    }

    /** The right of a mine by its id. */
    public Measured of(String id) {
        return byId.getOrDefault(id, Measured.UNKNOWN);
    }

    /** What tenants leave of it, where all the rest is free. */
    public Measured notLet(String id) {
        Measured right = of(id);
        double let = letMw.getOrDefault(id, 0.0);
        return right.isKnown()
                ? Measured.between(Math.max(0, right.low() - let), Math.max(0, right.high() - let))
                : right;
    }

    /** Ids of all mines. */
    public Iterable<String> ids() {
        return byId.keySet();
    }
}
