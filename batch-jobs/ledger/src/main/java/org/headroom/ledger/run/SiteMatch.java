package org.headroom.ledger.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.headroom.columns.TextBlock;
import org.headroom.runs.store.SiteIdOrder;
import org.headroom.runs.store.SiteStore;

/**
 * Which site of one run is which of another one, by their ids. Eight bytes a site; not changed once it was made.
 *
 * @param earlier for each site of the later run its number in the earlier one, -1 for a new one
 * @param later for each site of the earlier run its number in the later one, -1 for one that is gone
 * @param isSame whether both runs have the same sites under the same numbers
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record SiteMatch(int[] earlier, int[] later, boolean isSame) {
    private static final String[] IDS = {"siteId.end", "siteId.txt"};

    /** Finds it: nothing to do where the runs share their file of ids, else one walk over both in the order of their ids. */
    public static SiteMatch of(LedgerRun before, SiteStore sitesBefore, LedgerRun after, SiteStore sitesAfter) {
        int[] earlier = new int[sitesAfter.size()];
        int[] later = new int[sitesBefore.size()];
        if (earlier.length == later.length && haveSameIds(before, after)) {
            Arrays.setAll(earlier, site -> site);
            Arrays.setAll(later, site -> site);
            return new SiteMatch(earlier, later, true);
        }
        merge(sitesBefore, sitesAfter, earlier, later);
        boolean isSame = earlier.length == later.length;
        for (int site = 0; isSame && site < earlier.length; site++) {
            isSame = earlier[site] == site;
        }
        return new SiteMatch(earlier, later, isSame);
    }

    private static boolean haveSameIds(LedgerRun before, LedgerRun after) {
        try {
            for (String file : IDS) {
                Path one = before.files().sites().resolve(file);
                Path other = after.files().sites().resolve(file);
                if (!Files.isSameFile(one, other) && Files.mismatch(one, other) >= 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(SiteStore before, SiteStore after, int[] earlier, int[] later) {
        Arrays.fill(earlier, -1);
        Arrays.fill(later, -1);
        TextBlock idsBefore = before.ids(0, later.length);
        TextBlock idsAfter = after.ids(0, earlier.length);
        int[] orderBefore = byId(before, later.length);
        int[] orderAfter = byId(after, earlier.length);
        int one = 0;
        int other = 0;
        while (one < later.length && other < earlier.length) {
            int compared = idsBefore.compare(orderBefore[one], idsAfter, orderAfter[other], SiteIdOrder::compare);
            if (compared == 0) {
                later[orderBefore[one]] = orderAfter[other];
                earlier[orderAfter[other]] = orderBefore[one];
            }
            one += compared <= 0 ? 1 : 0;
            other += compared >= 0 ? 1 : 0;
        }
    }

    private static int[] byId(SiteStore sites, int size) {
        int[] places = new int[size];
        sites.readIdPlaces(0, size, places);
        int[] order = new int[size];
        for (int site = 0; site < size; site++) {
            order[places[site]] = site;
        }
        return order;
    }
}
