package org.headroom.pack.facilities;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;

/**
 * One row of the compiled table of facilities, in the pack's words. A row that nobody but a tracker without a licence tells of is told as
 * Compute Atlas (CC-BY) tells it where that has it too, and is not free where it has not.
 */
final class MiningFacility {
    static final List<String> HEADER = List.of(
            "id",
            "name",
            "operator",
            "kind",
            "status",
            "status_as_of",
            "state",
            "county_fips",
            "longitude",
            "latitude",
            "place_precision",
            "place_radius_km",
            "capacity_mw",
            "capacity_meaning",
            "let_mw",
            "market",
            "connection_right",
            "cooling",
            "atlas_id",
            "sources");

    /** How far a place may be off: see the README of the catalogue for where the figures come from. */
    private static final Map<String, String> RADIUS_KM =
            Map.of("SITE", "1", "ADDRESS", "4", "PLANT", "2", "TRACKER", "15", "TOWN", "15");

    /** Facilities at a plant of EIA-860, 2019, by its code; the compiled table tells the distances, 0.9 km at most. */
    private static final Map<String, String> AT_PLANT = Map.of(
            "Denton", "61643",
            "Morgantown Generating Station", "1573",
            "Cayuga / Lake Hawkeye", "2535",
            "Panther Creek", "50776",
            "Scrubgrass", "50974");

    /** Fed by a power plant behind its meter, or the plant itself: the connection was granted for export. */
    private static final Set<String> BEHIND_PLANT =
            Set.of("Nautilus Cryptomine", "Greenidge", "Morgantown Generating Station");

    private static final Pattern IN_ATLAS = Pattern.compile("atlas: \"([^\"]*)\"");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern COUNTY_IN_DOUBT = Pattern.compile("disagree on the county|county not confirmed");

    private final NamedCsvRecord row;
    private final List<JsonNode> inAtlas = new ArrayList<>();
    private final Map<String, Row> plants;
    private final FacilityReadings readings;
    private final boolean isOfAtlas;
    private final boolean isTrackerOnly;

    /**
     * @param atlas records of Compute Atlas by name
     * @param plants rows of the plant sheet of EIA-860 by code
     * @param readings what was read by hand, and holds before the table
     */
    MiningFacility(
            NamedCsvRecord row, Map<String, JsonNode> atlas, Map<String, Row> plants, FacilityReadings readings) {
        this.row = row;
        this.plants = plants;
        this.readings = readings;
        isTrackerOnly = sources(row).allMatch(MiningFacility::isWithoutLicence);
        isOfAtlas = row.getField("coordinate_source").contains("compute-atlas");
        Stream<String> noted =
                IN_ATLAS.matcher(row.getField("note")).results().map((MatchResult match) -> match.group(1));
        Stream.concat(Stream.of(row.getField("name")), noted)
                .filter(atlas::containsKey)
                .map(atlas::get)
                .filter(each -> !each.path("facilityType").asText().equals("power_generation"))
                .forEach(inAtlas::add);
    }

    private static Stream<String> sources(NamedCsvRecord row) {
        return Stream.of(
                IN_BRACKETS.matcher(row.getField("source")).replaceAll("").split("; "));
    }

    private static boolean isWithoutLicence(String source) {
        return source.contains("eddy8mame/moria") || source.contains("data-center-map data/proposals");
    }

    /** Whether somebody tells of it whose facts may be passed on. */
    boolean isFree() {
        return !isTrackerOnly || !inAtlas.isEmpty();
    }

    boolean isDouble() {
        return readings.isDouble(row.getField("name"));
    }

    /** A fleet in two states has none. */
    boolean hasPlace() {
        return !row.getField("county_fips").isEmpty();
    }

    boolean isFromMap() {
        return row.getField("precision").equals("site");
    }

    List<String> cells() {
        JsonNode told = isTrackerOnly ? inAtlas.get(0) : null;
        boolean isDataCentre = told != null
                ? isDataCentre(told)
                : (isOfAtlas || row.getField("status").contains("(AI)"))
                        && inAtlas.stream().anyMatch(MiningFacility::isDataCentre);
        String words =
                told == null ? row.getField("status") : told.path("status").asText();
        String status = read("status", FacilityWords.status(words));
        String[] capacity = capacity();
        String[] place = place();
        return List.of(
                row.getField("name"),
                told == null ? row.getField("name") : told.path("name").asText(),
                read("operator", row.getField("operator")),
                isDataCentre ? "DATA_CENTER" : "MINING",
                isDataCentre && status.equals("OPERATING") ? "CONVERTED" : status,
                read("status_as_of", told == null ? row.getField("status_date") : day(told)),
                row.getField("state"),
                COUNTY_IN_DOUBT.matcher(row.getField("note")).find() ? "" : row.getField("county_fips"),
                place[0],
                place[1],
                place[2],
                RADIUS_KM.get(place[2]),
                capacity[0],
                capacity[1],
                read("let_mw", ""),
                read("market", ""),
                read("connection_right", right(capacity[1])),
                read("cooling", FacilityWords.cooling(row.getField("cooling"))),
                inAtlas.isEmpty() ? "" : inAtlas.get(0).path("id").asText(),
                sources());
    }

    private String read(String field, String otherwise) {
        return readings.of(row.getField("name"), field, otherwise);
    }

    private static boolean isDataCentre(JsonNode atlas) {
        return atlas.path("facilityType").asText().equals("data_center");
    }

    /** The last dated change of status, else the day of the last edit. */
    private static String day(JsonNode atlas) {
        String day = "";
        for (JsonNode change : atlas.path("statusHistory")) {
            day = change.path("date").asText(day);
        }
        return day.isEmpty() ? atlas.path("lastUpdated").asText() : day;
    }

    private String right(String meaning) {
        if (BEHIND_PLANT.contains(row.getField("name"))) {
            return "EXPORT";
        }
        return meaning.equals("CONTRACTED") ? "IMPORT_FIRM" : "UNKNOWN";
    }

    /** MW and what they mean. */
    private String[] capacity() {
        String[] told = toldCapacity();
        return new String[] {read("capacity_mw", told[0]), read("capacity_meaning", told[1])};
    }

    /** From Compute Atlas where the table has them from a tracker without a licence, or not at all. */
    private String[] toldCapacity() {
        String meaning = row.getField("mw_meaning");
        if (!isTrackerOnly && !row.getField("mw").isEmpty() && !FacilityWords.isOfTracker(meaning)) {
            return new String[] {row.getField("mw"), FacilityWords.meaning(meaning)};
        }
        for (String[] word : new String[][] {{"operational", "ENERGISED"}, {"planned", "PLANNED"}}) {
            for (JsonNode each : isTrackerOnly ? inAtlas.subList(0, 1) : inAtlas) {
                JsonNode mw = each.path("capacityMw").path(word[0]);
                if (mw.asDouble() > 0) {
                    return new String[] {mw.asText(), word[1]};
                }
            }
        }
        return new String[] {"", ""};
    }

    /** Longitude, latitude, and what the place is known by. */
    private String[] place() {
        String from = row.getField("coordinate_source");
        String code = AT_PLANT.get(row.getField("name"));
        if (code != null) {
            Row plant = Objects.requireNonNull(plants.get(code), () -> "no plant " + code);
            return new String[] {
                degrees(plant.getCellText(Facilities.LONGITUDE)),
                degrees(plant.getCellText(Facilities.LATITUDE)),
                "PLANT"
            };
        }
        if (isWithoutLicence(from)) {
            JsonNode at = inAtlas.get(0).path("location");
            return new String[] {at.path("lon").asText(), at.path("lat").asText(), "TRACKER"};
        }
        return new String[] {
            row.getField("longitude"), row.getField("latitude"), FacilityWords.precision(row.getField("precision"))
        };
    }

    /** The sheet has binary fractions. */
    private static String degrees(String text) {
        return new BigDecimal(text)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String sources() {
        String all = row.getField("source") + " " + row.getField("coordinate_source");
        List<String> kinds = new ArrayList<>();
        addIf(kinds, "filing", all.contains("sec.gov") || all.contains("10-K"));
        addIf(kinds, "epoch-ai", all.contains("Epoch AI"));
        addIf(kinds, "compute-atlas", !inAtlas.isEmpty() || isOfAtlas);
        addIf(kinds, "disputes", all.contains("opposition-tracker"));
        addIf(kinds, "openstreetmap", isFromMap());
        addIf(kinds, "eia-860-2019", AT_PLANT.containsKey(row.getField("name")));
        addIf(
                kinds,
                "press",
                sources(row)
                        .anyMatch(each -> !isWithoutLicence(each)
                                && Stream.of("sec.gov", "Epoch AI", "opposition-tracker", "OpenStreetMap", "10-K")
                                        .noneMatch(each::contains)
                                && !each.contains("data-center-map")));
        return String.join(" ", kinds);
    }

    private static void addIf(List<String> kinds, String kind, boolean isOne) {
        if (isOne) {
            kinds.add(kind);
        }
    }
}
