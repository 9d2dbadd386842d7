package org.headroom.pack.facilities;

import java.util.Locale;

/** The words of the compiled table of facilities, and of Compute Atlas, in the vocabularies of the field catalogue. */
final class FacilityWords {
    private FacilityWords() {}

    /** What is converted in part still mines. */
    static String status(String words) {
        return switch (words) {
            case "operational",
                    "operating",
                    "operating, expanding",
                    "operating; part converted to AI",
                    "operating; conversion to AI begun",
                    "operating, conversion to AI",
                    "operating (tracker)",
                    "operating mine; AI conversion approved",
                    "operating mine, expansion" -> "OPERATING";
            case "converted to AI",
                    "converted to AI (part running)",
                    "operating, converted to AI",
                    "conversion to AI, construction" -> "CONVERTED";
            case "under_construction",
                    "construction",
                    "construction (HPC)",
                    "construction (AI)",
                    "energised, no halls running yet",
                    "operating (tracker); AI lease" -> "BUILDING";
            case "approved/permitted/under construction", "proposed", "proposed (AI)", "permitted", "approved" ->
                "PROPOSED";
            case "proposed; zoning text refused by planning commission", "proposed; in court", "suspended" -> "DELAYED";
            case "cancelled", "withdrawn" -> "WITHDRAWN";
            case "acquired", "mapped" -> "UNKNOWN";
            default -> throw new IllegalArgumentException("no such status is known: " + words);
        };
    }

    /** Whether a figure is one of a tracker without a licence. */
    static boolean isOfTracker(String words) {
        return words.startsWith("tracker capacity") || words.startsWith("capacity_mw");
    }

    static String meaning(String words) {
        if (words.startsWith("operational MW of the tracker")) {
            return "ENERGISED";
        }
        return switch (words) {
            case "" -> "";
            case "planned MW of the tracker",
                    "36 MW existing + 50 MW expansion",
                    "HPC conversion approved",
                    "266 MW first, 304 MW under review",
                    "county case",
                    "demand to be served, option to 600 MW; 447 acres",
                    "first phase; 1 GW planned" -> "PLANNED";
            case "grid interconnection (all to be converted); AMD lease 25 MW critical IT, option to 200 MW",
                    "power the site has access to (contracted with the City of Denton); 262 MW running per Epoch AI",
                    "grid connection (company page 600 MW earlier)",
                    "power purchase agreement, wholly owned",
                    "power contract; second site 45 MW" -> "CONTRACTED";
            case "phase one, equipped for mining; about 1 GW approved",
                    "existing power being turned from mining to AI; +300 MW contracted, 1.5 GW gross planned",
                    "energised at Sweetwater 1 on 2026-05-01; Sweetwater 2 600 MW contracted for late 2027, about 28 miles away",
                    "IT power running per Epoch AI",
                    "front-of-meter, energised substation",
                    "at full capacity",
                    "hosting for mining (plus 5 MW HPC)",
                    "power available through on-site substation" -> "ENERGISED";
            case "gross; about 70 MW critical IT",
                    "operating generation capacity bought; data centre up to 1 GW planned, 500 MW in the county file",
                    "name plate; 100 MW used and 32 MW more at closing 2024",
                    "AI campus; 180 MW mining hosting beside it; 68 MW AI running per Epoch AI" -> "NAMEPLATE";
            default -> throw new IllegalArgumentException("no such meaning of a capacity is known: " + words);
        };
    }

    /** What is planned is not there. */
    static String cooling(String words) {
        return switch (words) {
            case "air-cooled (tracker notes)" -> "AIR";
            case "immersion", "immersion (tracker notes)" -> "IMMERSION";
            case "closed loop", "liquid cooling (tracker notes)", "closed loop (tracker)" -> "LIQUID";
            case "", "closed-loop liquid (planned)" -> "";
            default -> throw new IllegalArgumentException("no such cooling is known: " + words);
        };
    }

    static String precision(String words) {
        return words.toUpperCase(Locale.ROOT);
    }
}
