package org.headroom.pack.moratoria;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real records of the two inventories, cut to the columns that are read. */
class MoratoriumTablesTest {
    private static final String INVENTORY = """
            moratorium_id,state_abbrev,jurisdiction,jurisdiction_type,enacted_status,date_enacted_iso,date_enacted_uncertainty,duration_days,duration_kind,sectors
            co-denver-2026,CO,Denver,City,pending,,unverified,365,fixed_days,"[""data_center""]"
            ky-oldham-county-fiscal-court-2025,KY,Oldham County Fiscal Court,County,extended,2025-06-26,unverified,150,fixed_days,"[""data_center""]"
            in-white-county-2025,IN,White County,County,replaced,2025-10-20,exact,180,fixed_days,"[""data_center""]"
            tn-johnson-city-2025,TN,Johnson City,City,replaced,2025-06-05,exact,365,fixed_days,"[""data_center"", ""cryptocurrency_mining""]"
            mi-lowell-township-2026,MI,Lowell Township (proposed),Township,pending,,unverified,180,fixed_days,"[""data_center""]"
            mi-other-reported-local-moratoria-undated,MI,Other Reported Local Moratoria,Aggregate meta-row,pending,,unverified,,unknown,"[""general""]"
            """;
    private static final String PLACES = """
            moratorium_id,county_fips
            co-denver-2026,08031
            ky-oldham-county-fiscal-court-2025,21185
            in-white-county-2025,18181
            tn-johnson-city-2025,47179
            mi-lowell-township-2026,26081
            """;
    private static final String DISPUTES = """
            [
             {"id": "denver-co-2026-05-18", "jurisdiction": "Denver", "state": "CO", "action_type": ["moratorium", "ordinance"],
              "date": "2026-05-18", "status": "passed", "sources": ["https://denver.example/1"]},
             {"id": "oldham-county-ky-2025-07-02", "jurisdiction": "Oldham County", "state": "KY", "action_type": ["moratorium"],
              "date": "2025-07-02", "status": "cancelled"},
             {"id": "oldham-county-ky-moratorium-2026-07-01", "jurisdiction": "Oldham County Fiscal Court", "state": "KY",
              "action_type": ["moratorium"], "date": "2026-07-01", "status": "passed"},
             {"id": "white-county-in-2025-10-01", "jurisdiction": "White County", "state": "IN", "action_type": ["moratorium"],
              "date": "2025-10-01", "status": "active"},
             {"id": "city-of-johnson-city-tn-2025-06-01", "jurisdiction": "City of Johnson City", "state": "TN",
              "action_type": ["moratorium"], "date": "2026-05-22", "status": "passed"},
             {"id": "lowell-township-kent-county-mi-moratorium-rejected-2026-05-18", "jurisdiction": "Lowell Township Board, MI",
              "state": "MI", "action_type": ["moratorium"], "date": "2026-05-18", "status": "defeated"},
             {"id": "denver-co-2026-02-24", "jurisdiction": "Denver", "state": "CO", "action_type": ["moratorium"],
              "date": "2026-02-24", "status": "active"},
             {"id": "nobody-has-read-this", "jurisdiction": "New Town", "state": "OH", "action_type": ["moratorium"],
              "date": "2026-08-01", "status": "passed"},
             {"id": "nassau-county-ny-2025-04-01", "jurisdiction": "Nassau County", "state": "NY", "action_type": ["moratorium"],
              "date": "2025-04-01", "status": "active"},
             {"id": "a-lawsuit", "jurisdiction": "Denver", "state": "CO", "action_type": ["lawsuit"], "date": "2026-06-01",
              "status": "filed"}
            ]
            """;
    private static final String LEGISLATION = """
            state_abbrev,bill,status
            NY,"S6486D / A7389C (2021-2022, enacted)",Enacted 2022-11-22 as Chapter 628
            NY,S9144 / A10141 (2026),In Senate Environmental Conservation
            """;

    private static MoratoriumTables tables() throws IOException {
        return new MoratoriumTables(
                rows(INVENTORY), rows(PLACES), new ObjectMapper().readTree(DISPUTES), rows(LEGISLATION));
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static Map<String, Map<String, String>> byId() throws IOException {
        Map<String, Map<String, String>> byId = new HashMap<>();
        for (List<String> row : tables().instruments()) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(MoratoriumTables.instrumentColumns().get(i), row.get(i));
            }
            byId.put(row.get(0), cells);
        }
        return byId;
    }

    @Test
    void whatStoodInBothIsOneRowWithBothIdsAndTheLaterKnowledge() throws IOException {
        assertThat(byId().get("co-denver-2026"))
                .containsEntry("dispute_id", "denver-co-2026-05-18")
                .containsEntry("status", "ACTIVE")
                .containsEntry("adopted", "2026-05-18")
                .containsEntry("last_day", "2027-05-21")
                .containsEntry("url", "https://denver.example/1");
        // Extended by a vote of May of which the inventory could not know; the day of adoption is the inventory's.
        assertThat(byId().get("tn-johnson-city-2025"))
                .containsEntry("status", "EXTENDED")
                .containsEntry("adopted", "2025-06-05")
                .containsEntry("last_day", "2026-12-03")
                .containsEntry("county_fips", "47179;47019;47163");
        // The dispute tells of the adoption only; the inventory knows that it was replaced.
        assertThat(byId().get("in-white-county-2025")).containsEntry("status", "REPLACED");
    }

    @Test
    void aSecondMoratoriumOfOneBodyIsARowOfItsOwn() throws IOException {
        assertThat(byId().get("ky-oldham-county-fiscal-court-2025"))
                .containsEntry("dispute_id", "oldham-county-ky-2025-07-02")
                .containsEntry("status", "REPLACED")
                .containsEntry("ended", "2026-07-01");
        assertThat(byId().get("oldham-county-ky-moratorium-2026-07-01"))
                .containsEntry("inventory_id", "")
                .containsEntry("last_day", "2026-11-28")
                .containsEntry("scope", "AREA");
    }

    @Test
    void aStatesActIsAllOfItsCountiesAndABillIsNone() throws IOException {
        assertThat(byId().get("ny-s6486d"))
                .containsEntry("sectors", "cryptocurrency_mining")
                .containsEntry("last_day", "2024-11-22");
        assertThat(byId().get("ny-s6486d").get("county_fips").split(";")).hasSize(62);
        assertThat(byId()).hasSize(6);
    }

    @Test
    void whatIsInNoRowIsListedByWhy() throws IOException {
        List<List<String>> listed = tables().listed();
        assertThat(listed)
                .contains(List.of("DISAGREES", "CO", "Denver", "status", "PROPOSED", "ACTIVE", "ACTIVE"))
                .contains(List.of(
                        "REJECTED",
                        "MI",
                        "Lowell Township",
                        "",
                        "mi-lowell-township-2026",
                        "lowell-township-kent-county-mi-moratorium-rejected-2026-05-18",
                        ""))
                .contains(List.of("SAME", "CO", "Denver", "", "", "denver-co-2026-02-24", "denver-co-2026-05-18"))
                .contains(List.of("UNCLEAR", "OH", "New Town", "", "", "nobody-has-read-this", ""))
                .contains(List.of("OTHER", "NY", "Nassau County", "", "", "nassau-county-ny-2025-04-01", ""));
        assertThat(listed.stream().filter(row -> row.get(0).equals("OTHER"))).hasSize(2);
        assertThat(listed.stream().flatMap(List::stream)).doesNotContain("a-lawsuit");
    }

    @ParameterizedTest
    @CsvSource({
        "passed, ACTIVE",
        "moratorium enacted, ACTIVE",
        "Pending, PROPOSED",
        "'passed legislature, awaiting governor signature', PROPOSED",
        "passed (first hearing), PROPOSED",
        "passed (nonbinding), OTHER",
        "died-sine-die, REJECTED",
        "superseded, REPLACED",
        "active, UNCLEAR",
        "approved, UNCLEAR",
        "cancelled, UNCLEAR",
        "a word of tomorrow, UNCLEAR"
    })
    void aWordThatMayBeOfTheProjectSaysNothingOfAnInstrument(String status, Standing standing) {
        assertThat(DisputeWords.standing(status)).isEqualTo(standing);
    }
}
