package org.headroom.pack.grid;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.headroom.pack.file.CopiedColumns;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/** Lines, substations, and what is known of the grid by county. */
public final class Grid {
    private static final String PUBLIC_DOMAIN = "public domain";

    private Grid() {}

    public static List<PackFile> files() {
        return List.of(new Lines(), hifld(), eia(), osm(), new California(), new CountyGrid(), transfers());
    }

    private static PackFile hifld() {
        return new Substations(
                new Provenance(
                        "substations-hifld.csv",
                        "Homeland Infrastructure Foundation-Level Data",
                        "Electric Substations (Southeast, Ohio, upper Midwest), and the ends of the lines of 230 kV and more",
                        PUBLIC_DOMAIN,
                        "not stated; copies of 2026",
                        List.of(Substations.RAW),
                        "stations of 60 kV and more, no taps, each once; line ends get the voltage of their lines"),
                row -> row.getField("source").startsWith("HIFLD") && isOnce(row));
    }

    private static PackFile eia() {
        return new Substations(
                new Provenance(
                        "switchyards-eia.csv",
                        "US Energy Information Administration",
                        "Form EIA-860, plants, 2019: grid voltage",
                        "US government work",
                        "2019-12-31",
                        List.of(Substations.RAW),
                        "plants whose grid voltage is 60 kV or more and at which no substation is mapped; the place is the plant's"),
                row -> row.getField("source").startsWith("EIA-860") && isOnce(row));
    }

    private static PackFile osm() {
        return new Substations(
                new Provenance(
                        "substations-osm.csv",
                        "OpenStreetMap contributors, through ComplexNetTSP/Power_grids",
                        "Substations of the Midwest, Northeast and South, extracts of 2016 and 2017",
                        "ODbL-1.0",
                        "2017-01-01",
                        List.of(Substations.RAW),
                        "stations of 60 kV and more, each once; where none is tagged, the highest voltage of the lines that end there"),
                row -> row.getField("source").startsWith("OpenStreetMap") && isOnce(row));
    }

    /** Those that stand twice with a row of California are kept, as its rows come from another file. */
    private static boolean isOnce(NamedCsvRecord row) {
        String other = row.getField("duplicate_of");
        return other.isEmpty() || other.startsWith("cec");
    }

    private static PackFile transfers() {
        String raw = "a_grid/transmission_capacity_init_AC_county_NARIS2024.csv";
        return new CopiedColumns(
                new Provenance(
                        "county-transfer-capacity.csv",
                        "National Renewable Energy Laboratory, through PyPSA-USA",
                        "ReEDS, transmission_capacity_init_AC_county_NARIS2024",
                        "MIT",
                        "2024-12-31",
                        List.of(raw),
                        "pairs of counties, with the capacity from the first to the second (f0) and back (r0), MW"),
                raw,
                List.of("r", "rr", "MW_f0", "MW_r0"),
                row -> true);
    }

    /** Voltages, substations and plants by county; a voltage that no alternating-current grid has is none. */
    private static final class CountyGrid implements PackFile {
        private static final String RAW = "a_grid/grid_regions.csv";
        private static final Set<String> OUTSIDE = Set.of("AK", "HI", "PR");

        @Override
        public Provenance provenance() {
            return new Provenance(
                    "county-grid.csv",
                    "US Data Center Observatory, from OpenStreetMap",
                    "data/observatory/grid_regions.csv",
                    "ODbL-1.0",
                    "not stated; copy of 2026",
                    List.of(RAW),
                    "counties of the lower 48 states; voltages of direct-current lines moved from kv to not_ac_kv, 0 left out");
        }

        @Override
        public long write(RawFolder raw, Path target) throws IOException {
            Stream<List<String>> rows = raw.csv(RAW).stream()
                    .filter(row ->
                            row.getField("region_kind").equals("county") && !OUTSIDE.contains(row.getField("state")))
                    .map(CountyGrid::kept);
            return Table.write(
                    target,
                    List.of(
                            "fips",
                            "name",
                            "kv",
                            "not_ac_kv",
                            "substation_count",
                            "bulk_substation_count",
                            "plant_capacity_mw"),
                    rows);
        }

        private static List<String> kept(NamedCsvRecord row) {
            double kv = Double.parseDouble(row.getField("max_voltage_kv"));
            boolean isNode = Voltages.isAlternating(kv);
            return List.of(
                    row.getField("fips"),
                    row.getField("name"),
                    isNode ? Voltages.text(kv) : "",
                    isNode || kv == 0 ? "" : Voltages.text(kv),
                    row.getField("substation_count"),
                    row.getField("bulk_substation_count"),
                    row.getField("plant_capacity_mw"));
        }
    }
}
