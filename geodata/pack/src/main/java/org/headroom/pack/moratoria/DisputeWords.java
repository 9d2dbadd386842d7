package org.headroom.pack.moratoria;

import java.util.Locale;
import java.util.Map;

/**
 * What the free words of a dispute's status say of an instrument. The list of disputes tells with one column how a quarrel, a bill, a permit
 * or a moratorium stands, so only words that can mean nothing else are taken at their word; the reading of a record by hand goes before.
 */
final class DisputeWords {
    private static final Map<String, Standing> WORDS = Map.ofEntries(
            Map.entry("passed", Standing.ACTIVE),
            Map.entry("signed", Standing.ACTIVE),
            Map.entry("enforced", Standing.ACTIVE),
            Map.entry("moratorium", Standing.ACTIVE),
            Map.entry("moratorium adopted", Standing.ACTIVE),
            Map.entry("moratorium enacted", Standing.ACTIVE),
            Map.entry("moratorium passed", Standing.ACTIVE),
            Map.entry("5-0 to draft ban", Standing.PROPOSED),
            Map.entry("announced", Standing.PROPOSED),
            Map.entry("delayed", Standing.PROPOSED),
            Map.entry("drafted", Standing.PROPOSED),
            Map.entry("exploratory", Standing.PROPOSED),
            Map.entry("filed", Standing.PROPOSED),
            Map.entry("first_reading", Standing.PROPOSED),
            Map.entry("hearing", Standing.PROPOSED),
            Map.entry("held", Standing.PROPOSED),
            Map.entry("interim-committee-discussion", Standing.PROPOSED),
            Map.entry("introduced", Standing.PROPOSED),
            Map.entry("passed (first hearing)", Standing.PROPOSED),
            Map.entry("passed house (june 16, 2026); pending in senate", Standing.PROPOSED),
            Map.entry("passed legislature", Standing.PROPOSED),
            Map.entry("passed legislature, awaiting governor signature", Standing.PROPOSED),
            Map.entry("pending", Standing.PROPOSED),
            Map.entry("pending - discussion draft, no bill number assigned", Standing.PROPOSED),
            Map.entry("postponed to june 23", Standing.PROPOSED),
            Map.entry("proposed", Standing.PROPOSED),
            Map.entry("recommended", Standing.PROPOSED),
            Map.entry("second_reading", Standing.PROPOSED),
            Map.entry("expired", Standing.EXPIRED),
            Map.entry("superseded", Standing.REPLACED),
            Map.entry("dead", Standing.REJECTED),
            Map.entry("defeated", Standing.REJECTED),
            Map.entry("denied", Standing.REJECTED),
            Map.entry("died", Standing.REJECTED),
            Map.entry("died-in-committee", Standing.REJECTED),
            Map.entry("died-sine-die", Standing.REJECTED),
            Map.entry("failed", Standing.REJECTED),
            Map.entry("tabled", Standing.REJECTED),
            Map.entry("passed (nonbinding)", Standing.OTHER),
            Map.entry("active - permit granted, litigation filed", Standing.OTHER),
            Map.entry("amended complaint filed; active litigation", Standing.OTHER),
            Map.entry("litigation", Standing.OTHER),
            Map.entry("organizing", Standing.OTHER),
            Map.entry("plan unveiled", Standing.OTHER),
            Map.entry("protest", Standing.OTHER),
            Map.entry("published", Standing.OTHER),
            Map.entry("wells approved", Standing.OTHER));

    private DisputeWords() {}

    /**
     * How a dispute stands by its status alone. Unclear where the words may be of the project or the quarrel as well as of a moratorium:
     * active, approved, cancelled, changed, decided, incorporated, mixed, ongoing, paused, relocated, resolved, withdrawn, and words that
     * are new.
     */
    static Standing standing(String status) {
        return WORDS.getOrDefault(status.trim().toLowerCase(Locale.ROOT), Standing.UNCLEAR);
    }
}
