package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds a connection, from the data pack: the mines of the field's founding article, and power plants that have retired. */
class UsConnectionsTest {
    @TempDir
    static Path out;

    private static Path run;
    private static Map<String, Map<String, Object>> sites;

    @BeforeAll
    static void rank() {
        UsNight.lay(out);
        run = Headroom.with(
                        "rank",
                        "--project",
                        Headroom.HOME
                                .resolve("geodata/catalog/us/connections.yaml")
                                .toString())
                .and("--date", "2026-09-01", "--out", out.toString())
                .ranked();
        sites = Ranked.read(run).bySiteId();
    }

    private static String explained(String site) {
        return Headroom.with("rules", "explain", "--site", site, "--full", "--run", "2026-09-01-1")
                .and("--out", out.toString())
                .done()
                .out();
    }

    /** Importance of each: its status, what its connection is for, its figure's meaning, the answer of gate facility, the least right, and the years that it saves. */
    @ParameterizedTest
    @CsvSource({
        "Denton, CONVERTED, IMPORT_FIRM, CONTRACTED, CONDITIONAL, 394, 0, 0",
        "Marble, CONVERTED, UNKNOWN, ENERGISED, CONDITIONAL, 65, 0, 0",
        "Nautilus Cryptomine, OPERATING, EXPORT, , CONDITIONAL, 0, 0, 0",
        "Childress (Horizon), OPERATING, IMPORT_FIRM, CONTRACTED, PASS, 750, 2.5, 3.5",
        "Lake Mariner, OPERATING, UNKNOWN, ENERGISED, PASS, 205, 3.5, 4.5"
    })
    void theNamedMinesAreWhatTheyAre(
            String site,
            String status,
            String right,
            String meaning,
            String gate,
            double rightMw,
            double leastYears,
            double mostYears) {
        assertThat(sites.get(site))
                .containsEntry("facilityStatus", status)
                .containsEntry("connectionRight", right)
                .containsEntry("importRightMw", rightMw);
        assertThat((Double) sites.get(site).get("waitAvoidedYears")).isBetween(leastYears, mostYears);
        assertThat(sites.get(site).get("capacityMeaning")).isEqualTo(meaning);
        assertThat(sites.get(site)).containsKey("facilityStatusAsOf");
        assertThat(explained(site))
                .contains("facility: " + gate)
                .contains("facilityStatus: " + status)
                .contains("facilityStatusAsOf: 2026")
                .contains("connectionRight: " + right);
    }

    /** What tenants have taken is none for a newcomer: status, right held, part of it that is let, and the most that is left and could be converted. */
    @ParameterizedTest
    @CsvSource({
        "Childress (Horizon), OPERATING, 750, 300, 450, 395",
        "Barber Lake, BUILDING, 300, 300, 0, 0",
        "Lake Mariner, OPERATING, 205, 60, 145, 130",
        "Rockdale Facility, OPERATING, 700, 25, 675, 590"
    })
    void whatIsLetIsNoneForANewcomer(
            String site, String status, double heldMw, double letMw, double leftMw, double convertibleMw) {
        assertThat(sites.get(site))
                .containsEntry("facilityStatus", status)
                .containsEntry("importRightMw", heldMw)
                .containsEntry("letCapacityMw", letMw)
                .containsEntry("usableRightMw", leftMw);
        assertThat((Double) sites.get(site).get("convertibleMw_hi")).isBetween(0.9 * convertibleMw, convertibleMw);
        assertThat(explained(site)).contains("letCapacityMw: " + (int) letMw + " MW");
    }

    /** A county of the Panhandle is served by a utility of SPP; a mine there that stands on ERCOT's grid buys as Texas does by choice. */
    @Test
    void aMineBuysOnItsOwnGrid() {
        assertThat(sites.get("Hut 8 Vega Facility"))
                .containsEntry("market", "ERCOT")
                .containsEntry("jurisdictionCode", "48375");
        assertThat((Double) sites.get("Hut 8 Vega Facility").get("energyPriceUsdPerMwh_lo"))
                .isBetween(60.0, 70.0);
    }

    /** Counties of many states have one name, and towns too. */
    @Test
    void adviceSaysInWhichStateAPlaceLies() {
        List<String> ofOneSite = Headroom.with("advise", "--lines", "60", "--out", out.toString())
                .done()
                .out()
                .lines()
                .filter(line -> line.contains("Ask ") || line.contains("Find out") || line.contains("Narrow down"))
                .toList();
        assertThat(ofOneSite).hasSizeGreaterThan(5).allSatisfy(line -> assertThat(line)
                .containsPattern(", [A-Z]{2}[ :]"));
        assertThat(ofOneSite)
                .as("nobody publishes the headroom of a node in the United States")
                .noneMatch(line -> line.contains("the published headroom"));
    }

    /** The article of 2024-10 says about 3.5 years for 100 MW and more; no parameter says so, and the model comes within a year of it. */
    @Test
    void theYearsThatALargeMineSavesComeOutOfTheModel() {
        double[] years = sites.values().stream()
                .filter(row -> row.get("importRightMw") instanceof Double right
                        && right >= 100
                        && "OPERATING".equals(row.get("facilityStatus")))
                .mapToDouble(row -> (Double) row.get("waitAvoidedYears"))
                .sorted()
                .toArray();
        assertThat(years).hasSizeGreaterThan(10);
        assertThat(years[years.length / 2]).isBetween(2.5, 4.5);
        assertThat(sites.values())
                .filteredOn(row -> row.get("importRightMw") instanceof Double right && right >= 100)
                .filteredOn(row -> "OPERATING".equals(row.get("facilityStatus")))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("timeToPowerBinding", "REFIT")
                        .containsEntry("timeToPowerMonthsP50", 12.0)
                        .containsEntry("timeToPowerDateP50", "2027-09-01"));
    }

    @Test
    void whatIsNoMineIsNotThere() {
        // Bit Digital rents room in mines of others; what it owns is a data centre. Alberta is not in the United
        // States.
        assertThat(sites.values().stream()
                        .filter(row -> String.valueOf(row.get("name")).contains("WhiteFiber")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("facilityStatus", "CONVERTED")
                        .containsEntry("convertibleMw", 0.0)
                        .containsEntry("waitAvoidedYears", 0.0));
        assertThat(sites.values().stream().map(row -> row.get("stateCode"))).doesNotContain("AB");
    }

    @Test
    void whatIsOnlyProposedOrWasGivenUpIsExcludedAndSavesNoYears() {
        List<Map<String, Object>> notThere = sites.values().stream()
                .filter(row -> List.of("PROPOSED", "DELAYED", "WITHDRAWN").contains(row.get("facilityStatus")))
                .toList();
        assertThat(notThere).hasSizeGreaterThan(40).allSatisfy(row -> assertThat(row)
                .containsEntry("gate", "FAIL")
                .containsEntry("waitAvoidedYears", 0.0));
    }

    @Test
    void aRetiredPlantIsEvidenceOfASubstationAndHoldsNoImportRight() {
        List<Map<String, Object>> plants = sites.values().stream()
                .filter(row -> "RETIRED".equals(row.get("facilityStatus")))
                .toList();
        assertThat(plants).hasSize(96 + 123).allSatisfy(row -> assertThat(row)
                .containsEntry("connectionRight", "EXPORT")
                .containsEntry("importRightMw", 0.0)
                .containsEntry("waitAvoidedYears", 0.0));
        assertThat(explained("plant-USA0004941")) // Navajo
                .contains("EXPORT_RIGHT_ONLY")
                .contains("FACILITY_RETIRED")
                .contains("facilityKind: POWER_PLANT");
    }

    /** It still runs: nothing of its connection is free, and what it may do is export. */
    @Test
    void aPlantThatIsToRetireIsToldFromOneThatHas() {
        List<Map<String, Object>> plants = sites.values().stream()
                .filter(row -> "RETIRING".equals(row.get("facilityStatus")))
                .toList();
        assertThat(plants).hasSize(95).allSatisfy(row -> {
            assertThat(row)
                    .containsEntry("connectionRight", "EXPORT")
                    .containsEntry("importRightMw", 0.0)
                    .containsEntry("usableRightMw", 0.0)
                    .containsEntry("waitAvoidedYears", 0.0);
            assertThat((Double) row.get("retirementYear")).isBetween(2025.0, 2035.0);
            assertThat(row.get("gate")).isNotEqualTo("PASS");
        });
        assertThat(sites.get("plant-6166")) // Rockport
                .containsEntry("generatorNameplateMw", 2600.0)
                .containsEntry("retirementYear", 2028.0)
                .containsEntry("nominalVoltageKv", 765.0);
        assertThat(explained("plant-6166"))
                .contains("EXPORT_RIGHT_ONLY")
                .contains("FACILITY_RETIRING")
                .contains("retirementYear: 2028");
    }

    /** Known within 15 km only: some utilities of its county serve one end, and some the other. */
    @Test
    void aFacilityKnownByItsTownIsMeasuredOverAnArea() {
        assertThat(sites.get("Odessa"))
                .containsEntry("placePrecision", "TOWN")
                .containsEntry("jurisdictionCode", "48135");
        assertThat(explained("Odessa")).contains("placePrecision: TOWN").contains("placeRadiusKm: 15 km");
    }

    /** The point is on the Ohio's bank, and the two of the Texan coast lie in the sea of the coarse outline. */
    @Test
    void theRecordsOwnCountyWins() throws IOException {
        assertThat(sites.get("Clarington")).containsEntry("stateCode", "OH").containsEntry("jurisdictionCode", "39111");
        assertThat(sites.values().stream().filter(row -> !row.containsKey("stateCode")))
                .isEmpty();
        assertThat(Files.readAllLines(run.resolve("issues.csv")))
                .anyMatch(line -> line.contains("its place lies in") || line.contains("outside of every boundary"));
    }
}
