package org.headroom.runs.preview;

import java.util.List;
import org.headroom.runs.store.SiteStore;

/** The state of each site of a block; where that is not known its jurisdiction. */
final class States {
    /** What stands for a site of which neither is known. */
    static final String UNKNOWN = "unknown";

    private final SiteStore sites;
    private final List<String> states;
    private final List<String> jurisdictions;
    private int[] stateOf = new int[0];
    private int[] jurisdictionOf = new int[0];

    States(SiteStore sites) {
        this.sites = sites;
        states = sites.words("stateCode");
        jurisdictions = sites.words("jurisdictionCode");
    }

    void read(int first, int count) {
        if (stateOf.length < count) {
            stateOf = new int[count];
            jurisdictionOf = new int[count];
        }
        sites.readWords("stateCode", first, count, stateOf);
        sites.readWords("jurisdictionCode", first, count, jurisdictionOf);
    }

    /** Of a site of the block that was read, counted from its first. */
    String of(int site) {
        if (isWord(stateOf[site], states)) {
            return states.get(stateOf[site]);
        }
        return isWord(jurisdictionOf[site], jurisdictions) ? jurisdictions.get(jurisdictionOf[site]) : UNKNOWN;
    }

    private static boolean isWord(int number, List<String> words) {
        return number >= 0 && number < words.size();
    }
}
