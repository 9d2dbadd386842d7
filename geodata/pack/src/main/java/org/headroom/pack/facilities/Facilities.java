package org.headroom.pack.facilities;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/** Who holds a connection already: mines and what they became, and power plants that have retired or are to. */
public final class Facilities {
    static final String PLANTS_2019 = "b_plants/2___Plant_Y2019.xlsx";
    private static final String TABLE = "facts/mining_facilities_2026.csv";
    private static final String ATLAS = "g_facilities/compute_atlas_facilities_2026-08.json";
    private static final String GENERATION = "b_plants/database_USA.csv";

    /** Less than a mean of 10 MW in the best year is no connection of note. */
    private static final double LEAST_GWH = 87.6;

    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2019;

    // Columns of the plant sheet.
    static final int PLANT_CODE = 2;
    static final int LATITUDE = 9;
    static final int LONGITUDE = 10;
    static final int STATE = 6;
    static final int GRID_KV = 31;

    private Facilities() {}

    public static List<PackFile> files() {
        return List.of(
                mines(
                        false,
                        new Provenance(
                                "mining-facilities.csv",
                                "compiled by Headroom; Compute Atlas (Edward Kubiak), Epoch AI, US Energy Information Administration",
                                "filings and press by row; Compute Atlas of 2026-08, Epoch AI frontier data centres, Form EIA-860 of 2019",
                                "facts; CC-BY-4.0 (Compute Atlas, Epoch AI)",
                                "2026-08-31",
                                List.of(TABLE, ATLAS, PLANTS_2019),
                                "words put into vocabularies; what only a tracker without a licence says is taken from Compute Atlas or left out; what is let, the market, facilities that the table has not and other figures of filings and press read by hand; places from OpenStreetMap are in a file of their own")),
                mines(
                        true,
                        new Provenance(
                                "mining-facilities-osm.csv",
                                "OpenStreetMap contributors; compiled by Headroom; Compute Atlas (Edward Kubiak), Epoch AI",
                                "outlines of OpenStreetMap, partly through IM3; filings and press by row; Compute Atlas of 2026-08",
                                "ODbL-1.0; CC-BY-4.0 (Compute Atlas, Epoch AI)",
                                "2026-08-31",
                                List.of(TABLE, ATLAS, PLANTS_2019),
                                "as mining-facilities.csv: the facilities whose place is from OpenStreetMap")),
                new Retired(),
                new PlantRetirements());
    }

    private static PackFile mines(boolean fromMap, Provenance provenance) {
        return new PackFile() {
            @Override
            public Provenance provenance() {
                return provenance;
            }

            @Override
            public long write(RawFolder raw, Path target) throws IOException {
                Map<String, JsonNode> atlas = new HashMap<>();
                raw.json(ATLAS)
                        .forEach(each -> atlas.putIfAbsent(each.path("name").asText(), each));
                Map<String, Row> plants = plants(raw);
                FacilityReadings readings = new FacilityReadings();
                Stream<List<String>> rows = Stream.concat(raw.csv(TABLE).stream(), FacilityReadings.further().stream())
                        .map(row -> new MiningFacility(row, atlas, plants, readings))
                        .filter(mine -> mine.isFree() && mine.hasPlace() && !mine.isDouble())
                        .filter(mine -> mine.isFromMap() == fromMap)
                        .map(MiningFacility::cells);
                return Table.write(target, MiningFacility.HEADER, rows);
            }
        };
    }

    /** Rows of the plant sheet by code. */
    static Map<String, Row> plants(RawFolder raw) throws IOException {
        Map<String, Row> plants = new HashMap<>();
        for (Row row : raw.sheet(PLANTS_2019, "Plant")) {
            if (row.getCellCount() > GRID_KV) {
                plants.put(row.getCellText(PLANT_CODE), row);
            }
        }
        return plants;
    }

    /** Plants that produced in 2013 to 2019 and have no operable generator at the end of 2019. */
    private static final class Retired implements PackFile {
        private static final List<String> HEADER =
                List.of("gppd_idnr", "name", "state", "grid_kv", "best_year_gwh", "last_year", "longitude", "latitude");

        @Override
        public Provenance provenance() {
            return new Provenance(
                    "retired-power-plants.csv",
                    "World Resources Institute, from Forms EIA-860 and EIA-923; US Energy Information Administration",
                    "Global Power Plant Database, source_databases_csv/database_USA.csv; Form EIA-860, Plant, 2019",
                    "CC-BY-4.0; US government work",
                    "2019-12-31",
                    List.of(GENERATION, PLANTS_2019),
                    "plants of the Americas with 0 MW operable at the end of 2019 that produced 87.6 GWh or more in a year from 2013 on");
        }

        @Override
        public long write(RawFolder raw, Path target) throws IOException {
            Map<String, Row> plants = plants(raw);
            Stream<List<String>> rows = raw.csv(GENERATION).stream()
                    .filter(Retired::isRetired)
                    .map(row ->
                            cells(row, plant(plants, row.getField("gppd_idnr").replaceFirst("USA0*", ""))));
            return Table.write(target, HEADER, rows);
        }

        private static Row plant(Map<String, Row> plants, String code) {
            return Objects.requireNonNull(plants.get(code), () -> "no plant " + code + " in " + PLANTS_2019);
        }

        private static boolean isRetired(NamedCsvRecord plant) {
            String longitude = plant.getField("longitude");
            return !longitude.isEmpty()
                    && Double.parseDouble(longitude) < -60
                    && Double.parseDouble(plant.getField("capacity_mw")) == 0
                    && best(plant).orElse(0) >= LEAST_GWH;
        }

        private static OptionalDouble best(NamedCsvRecord plant) {
            return years().filter(year -> !of(plant, year).isEmpty())
                    .mapToDouble(year -> Double.parseDouble(of(plant, year)))
                    .max();
        }

        private static IntStream years() {
            return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR);
        }

        private static String of(NamedCsvRecord plant, int year) {
            return plant.getField("generation_gwh_" + year);
        }

        private static List<String> cells(NamedCsvRecord plant, Row sheet) {
            int lastYear = years().filter(year -> !of(plant, year).isEmpty() && Double.parseDouble(of(plant, year)) > 0)
                    .max()
                    .orElseThrow();
            return List.of(
                    plant.getField("gppd_idnr"),
                    plant.getField("name"),
                    sheet == null ? "" : sheet.getCellText(STATE),
                    sheet == null ? "" : sheet.getCellText(GRID_KV).strip(),
                    Long.toString(Math.round(best(plant).orElseThrow())),
                    Integer.toString(lastYear),
                    plant.getField("longitude"),
                    plant.getField("latitude"));
        }
    }
}
