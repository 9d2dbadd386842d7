package org.headroom.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everyday words for what rules can read, and the fields that are meant by them, the likeliest first. */
final class PlainWords {
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("county", List.of("jurisdictionCode")),
            Map.entry("counties", List.of("jurisdictionCode")),
            Map.entry("fips", List.of("jurisdictionCode")),
            Map.entry("geoid", List.of("jurisdictionCode")),
            Map.entry("municipality", List.of("jurisdictionCode")),
            Map.entry("parish", List.of("jurisdictionCode")),
            Map.entry("state", List.of("stateCode")),
            Map.entry("states", List.of("stateCode")),
            Map.entry("province", List.of("stateCode", "jurisdictionCode")),
            Map.entry("region", List.of("stateCode", "jurisdictionCode")),
            Map.entry("voltage", List.of("nominalVoltageKv")),
            Map.entry("kv", List.of("nominalVoltageKv")),
            Map.entry("kilovolt", List.of("nominalVoltageKv")),
            Map.entry("price", List.of("energyPriceUsdPerMwh")),
            Map.entry("tariff", List.of("energyPriceUsdPerMwh")),
            Map.entry("electricity", List.of("energyPriceUsdPerMwh")),
            Map.entry("power", List.of("timeToPowerMonthsP50", "energyPriceUsdPerMwh", "publishedHeadroomMw")),
            Map.entry("headroom", List.of("publishedHeadroomMw", "firmHeadroomMw", "effectiveHeadroomMw")),
            Map.entry("capacity", List.of("contractedCapacityMw", "importRightMw", "transferCapacityMw")),
            Map.entry("substation", List.of("distanceToInterconnectionKm", "nominalVoltageKv", "bulkSubstationCount")),
            Map.entry("grid", List.of("distanceToInterconnectionKm", "nominalVoltageKv")),
            Map.entry("line", List.of("distanceToInterconnectionKm", "nominalVoltageKv")),
            Map.entry("distance", List.of("distanceToInterconnectionKm", "distanceToFibreKm")),
            Map.entry("queue", List.of("activeLoadMw", "activeGenerationMw", "queueMonthsP50")),
            Map.entry("wait", List.of("timeToPowerMonthsP50", "queueMonthsP50", "waitAvoidedYears")),
            Map.entry("fiber", List.of("distanceToFibreKm")),
            Map.entry("fibre", List.of("distanceToFibreKm")),
            Map.entry("area", List.of("buildableAreaHa")),
            Map.entry("land", List.of("buildableAreaHa", "siteKind")),
            Map.entry("acres", List.of("buildableAreaHa")),
            Map.entry("hectares", List.of("buildableAreaHa")),
            Map.entry("size", List.of("buildableAreaHa", "contractedCapacityMw")),
            Map.entry("flood", List.of("inFloodZone")),
            Map.entry("altitude", List.of("elevationM")),
            Map.entry("height", List.of("elevationM")),
            Map.entry("elevation", List.of("elevationM")),
            Map.entry("ban", List.of("moratoriumGate", "moratoriumDaysLeft")),
            Map.entry("moratorium", List.of("moratoriumGate", "moratoriumDaysLeft")),
            Map.entry("brownfield", List.of("origin")),
            Map.entry("greenfield", List.of("origin")),
            Map.entry("mine", List.of("origin", "facilityStatus", "contractedCapacityMw")),
            Map.entry("mining", List.of("origin", "facilityKind")),
            Map.entry("facility", List.of("facilityStatus", "facilityKind")),
            Map.entry("status", List.of("facilityStatus")),
            Map.entry("temperature", List.of("wetBulbP99C", "dryBulbP99C")),
            Map.entry("climate", List.of("wetBulbP99C", "coolingDegreeDays", "freeCoolingHoursPerYear")),
            Map.entry("cooling", List.of("coolingTechnology", "freeCoolingHoursPerYear", "coolingDegreeDays")),
            Map.entry("owner", List.of("operator", "rightHolder")),
            Map.entry("utility", List.of("operator")),
            Map.entry("kind", List.of("siteKind", "facilityKind")),
            Map.entry("type", List.of("siteKind", "facilityKind")),
            Map.entry("id", List.of("siteId")),
            Map.entry("date", List.of("timeToPowerDateP50")),
            Map.entry("cost", List.of("siteCostUsdPerMwYear", "tieLineCostUsd")),
            Map.entry("fossil", List.of("fossilFraction")),
            Map.entry("carbon", List.of("fossilFraction")));

    private PlainWords() {}

    /** The fields of a vocabulary that an everyday word in any case stands for; none when it is not known. */
    static List<String> fields(String word, SiteFields known) {
        List<String> found = new ArrayList<>();
        for (String name : FIELDS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), List.of())) {
            if (known.find(name).isPresent()) {
                found.add(name);
            }
        }
        return found;
    }
}
