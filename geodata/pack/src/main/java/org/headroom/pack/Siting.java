package org.headroom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.headroom.pack.file.CopiedColumns;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/** What siting needs beside grid, queue and price: supply near by, carbon, hazards, data centres. */
final class Siting {
    private static final String EPA = "US Environmental Protection Agency, through ggcapdthemes";
    private static final String CO2 = " CO2 total output emission rate (lb/MWh) by eGRID subregion 2022";

    private Siting() {}

    static List<PackFile> files() {
        return List.of(plants(), plannedGenerators(), carbon(), hazards(), dataCentres(), dataCentreProjects());
    }

    private static PackFile plants() {
        String raw = "b_plants/database_USA.csv";
        return new CopiedColumns(
                new Provenance(
                        "us-power-plants.csv",
                        "World Resources Institute, from Form EIA-860",
                        "Global Power Plant Database, source_databases_csv/database_USA.csv",
                        "CC-BY-4.0",
                        "2019-12-31",
                        List.of(raw),
                        "plants of more than 0 MW in the Americas; name, fuel, capacity and place"),
                raw,
                List.of("gppd_idnr", "name", "primary_fuel", "capacity_mw", "longitude", "latitude"),
                Siting::runsInAmerica);
    }

    private static boolean runsInAmerica(NamedCsvRecord plant) {
        String longitude = plant.getField("longitude");
        return !longitude.isEmpty()
                && Double.parseDouble(plant.getField("capacity_mw")) > 0
                && Double.parseDouble(longitude) < -60;
    }

    private static PackFile plannedGenerators() {
        String raw = "b_plants/eia860m_2026-04_planned.json";
        return objects(
                new Provenance(
                        "us-planned-generators.csv",
                        "US Energy Information Administration, through Interconnection Atlas",
                        "Form EIA-860M, month of April 2026; solar, wind, storage and gas only",
                        "US government work; MIT (compilation)",
                        "2026-04-30",
                        List.of(raw),
                        "name, fuel, status, capacity, year and place"),
                List.of("id", "name", "fuel", "status", "capacityMw", "queueYear", "lon", "lat"),
                List.of("id", "name", "fuel", "status", "capacityMw", "queueYear", "lon", "lat"));
    }

    private static PackFile carbon() {
        String raw = "l_carbon/egrid2022_subregion_co2.csv";
        return new CopiedColumns(
                new Provenance(
                        "egrid-carbon-2022.csv",
                        EPA,
                        "eGRID2022, CO2 total output emission rate by subregion",
                        "US government work; MIT (compilation)",
                        "2022-12-31",
                        List.of(raw),
                        "the subregions that have an outline in the pack: Texas (ERCT) and New England (NEWE)"),
                raw,
                List.of("Region", CO2),
                List.of("subregion", "co2_lb_per_mwh"),
                row -> Set.of("ERCT", "NEWE").contains(row.getField("Region")));
    }

    private static PackFile hazards() {
        String raw = "m_hazard/NRI_Table_Counties.csv";
        return new CopiedColumns(
                new Provenance(
                        "fema-nri-counties.csv",
                        "US Federal Emergency Management Agency",
                        "National Risk Index, county table of November 2021",
                        "US government work",
                        "2021-11-01",
                        List.of(raw),
                        "counties of the lower 48 states; scores and losses of all 18 hazards together"),
                raw,
                List.of("NRI_ID", "STCOFIPS", "COUNTY", "RISK_SCORE", "RISK_RATNG", "EAL_SCORE", "EAL_VALT"),
                row -> !Set.of("AK", "HI").contains(row.getField("STATEABBRV")));
    }

    private static PackFile dataCentres() {
        String raw = "g_facilities/facilities.csv";
        return new CopiedColumns(
                new Provenance(
                        "us-data-centres.csv",
                        "US Data Center Observatory, from OpenStreetMap",
                        "data/observatory/facilities.csv, to 19 June 2026",
                        "ODbL-1.0",
                        "2026-06-19",
                        List.of(raw),
                        "name, operator, what was mapped, footprint and place"),
                raw,
                List.of("osm_id", "name", "operator", "site_class", "footprint_m2", "lon", "lat"),
                row -> true);
    }

    private static PackFile dataCentreProjects() {
        String raw = "g_facilities/compute_atlas_facilities_2026-08.json";
        return objects(
                new Provenance(
                        "us-data-centre-projects.csv",
                        "Compute Atlas (Edward Kubiak)",
                        "data/facilities.json, August 2026",
                        "CC-BY-4.0",
                        "2026-08-31",
                        List.of(raw),
                        "name, operator, status and place"),
                List.of("id", "name", "operator", "status", "longitude", "latitude"),
                List.of("id", "name", "operator", "status", "location.lon", "location.lat"));
    }

    /** Members of the objects of a JSON list, as they are; a name with a dot is a member of a member. */
    private static PackFile objects(Provenance provenance, List<String> header, List<String> members) {
        return new PackFile() {
            @Override
            public Provenance provenance() {
                return provenance;
            }

            @Override
            public long write(RawFolder raw, Path target) throws IOException {
                Stream<JsonNode> all =
                        StreamSupport.stream(raw.json(provenance.from().get(0)).spliterator(), false);
                return Table.write(target, header, all.map(object -> kept(object)));
            }

            private List<String> kept(JsonNode object) {
                Function<String, String> text =
                        member -> object.at("/" + member.replace('.', '/')).asText("");
                return members.stream().map(text).toList();
            }
        };
    }
}
