package org.headroom.pack.queues;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.headroom.pack.file.RawFolder;

/**
 * Codes of the counties that a text names, such as {@code Custer/Washita} or {@code St. Mary Parish}. A name that two areas of the state
 * bear (a county and an independent city) gives both. Connecticut's old counties, which operators still write, give the planning
 * regions that have towns of them.
 */
final class CountyNames {
    static final String RAW = "h_boundaries/us_atlas_2023/counties-10m.json";

    private static final String STATES =
            "AL01 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24"
                    + " MA25 MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50"
                    + " VA51 WA53 WV54 WI55 WY56";

    /** Towns of each old county by region: Connecticut Office of Policy and Management, regional councils of governments. */
    private static final Map<String, String> CONNECTICUT = Map.of(
            "fairfield", "09120 09140 09190",
            "hartford", "09110 09140 09160",
            "litchfield", "09140 09160 09190",
            "middlesex", "09130",
            "newhaven", "09140 09170",
            "newlondon", "09130 09150 09180",
            "tolland", "09110 09150",
            "windham", "09150 09180");

    /** What operators write and nobody else: state, spelling, county. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "NYny", "newyork",
            "NYbrooklyn", "kings",
            "NYstatenisland", "richmond",
            "CAla", "losangeles",
            "CAsanbernadino", "sanbernardino");

    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Set<String>> anywhere = new HashMap<>();

    CountyNames(RawFolder raw) throws IOException {
        Map<String, String> states = new HashMap<>();
        for (String state : STATES.split(" ")) {
            states.put(state.substring(2), state.substring(0, 2));
        }
        for (JsonNode county : raw.json(RAW).at("/objects/counties/geometries")) {
            String code = county.path("id").asText();
            String state = states.get(code.substring(0, 2));
            if (state != null) {
                String name = plain(county.at("/properties/name").asText());
                put(state + name, code, name);
            }
        }
        CONNECTICUT.forEach((name, regions) -> {
            for (String region : regions.split(" ")) {
                put("CT" + name, region, name);
            }
        });
    }

    private void put(String key, String code, String name) {
        codes.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(code);
        anywhere.computeIfAbsent(name, k -> new LinkedHashSet<>()).add(code);
    }

    /**
     * Codes of the counties named, each once, in the order of the text; none when any part of it names no county of the state. Without a
     * state, a name counts when only one county bears it.
     */
    List<String> find(String text, String stateCode) {
        String state = stateCode.equals("Michigan") ? "MI" : stateCode;
        List<String> whole = named(text, state);
        if (!whole.isEmpty()) {
            return whole;
        }
        Set<String> found = new LinkedHashSet<>();
        for (String part : text.split("[,/&;]| and |-| - ")) {
            if (!part.isBlank()) {
                List<String> some = named(part, state);
                if (some.isEmpty()) {
                    return List.of();
                }
                found.addAll(some);
            }
        }
        return List.copyOf(found);
    }

    private List<String> named(String text, String state) {
        String name = plain(text);
        if (state.isEmpty()) {
            Set<String> all = anywhere.getOrDefault(name, Set.of());
            return all.size() == 1 ? List.copyOf(all) : List.of();
        }
        return new ArrayList<>(codes.getOrDefault(state + SPELLINGS.getOrDefault(state + name, name), Set.of()));
    }

    private static String plain(String text) {
        return (" " + text.toLowerCase(Locale.ROOT) + " ")
                .replace("'", "")
                .replaceAll("[^a-z\\p{L}]+", " ")
                .replaceAll(" (county|counties|parish|parrish|prsh|co|city of) ", " ")
                .replace(" st ", " saint ")
                .replace(" ste ", " sainte ")
                .replace(" ", "");
    }
}
