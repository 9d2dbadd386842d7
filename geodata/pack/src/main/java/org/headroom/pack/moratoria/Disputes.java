package org.headroom.pack.moratoria;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The list of disputes to August 2026: the records that it types as moratoria, and those that a reading found to be one. */
final class Disputes {
    private Disputes() {}

    static List<Instrument> read(JsonNode disputes, Map<String, Reading> readings) {
        List<Instrument> instruments = new ArrayList<>();
        for (JsonNode dispute : disputes) {
            Reading read = readings.get(dispute.path("id").asText());
            if (read != null || isTypedAsMoratorium(dispute)) {
                instruments.add(instrument(dispute, Objects.requireNonNullElse(read, Reading.none())));
            }
        }
        return instruments;
    }

    private static boolean isTypedAsMoratorium(JsonNode dispute) {
        for (JsonNode type : dispute.path("action_type")) {
            if (type.asText().equals("moratorium")) {
                return true;
            }
        }
        return false;
    }

    /** Without a reading nobody can tell where an instrument holds and for how long. */
    private static Standing standing(JsonNode dispute, Reading read) {
        Standing said = DisputeWords.standing(dispute.path("status").asText(""));
        return said.isInstrument()
                        && read.get("type").isEmpty()
                        && read.get("reading").isEmpty()
                ? Standing.UNCLEAR
                : read.standing(said);
    }

    private static Instrument instrument(JsonNode dispute, Reading read) {
        String type = read.get("type");
        LocalDate date =
                Objects.requireNonNullElse(Days.first(dispute.path("date").asText("")), Inventory.AS_OF);
        LocalDate adopted = Days.first(read.get("adopted"));
        LocalDate knownOn = Objects.requireNonNullElse(Days.first(read.get("known_on")), date);
        return new Instrument(
                dispute.path("id").asText(),
                standing(dispute, read),
                dispute.path("state").asText(""),
                read.get(
                        "jurisdiction", Names.plain(dispute.path("jurisdiction").asText(""), type)),
                type,
                read.get("county_fips"),
                read.get("sectors", "data_center"),
                read.get("threshold_mw"),
                read.get("scope", Instrument.scopeOf(type)),
                adopted,
                Days.first(read.get("effective")),
                new Term(read.get("kind", "UNKNOWN"), read.get("expires"), read.get("days"), read.get("months")),
                Days.first(read.get("ended")),
                read.get("certainty", "UNVERIFIED"),
                adopted != null && adopted.isAfter(knownOn) ? adopted : knownOn,
                dispute.path("sources").path(0).asText(""));
    }
}
