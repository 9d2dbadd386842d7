package org.headroom.ledger;

import java.util.Objects;
import org.headroom.columns.TextBlock;
import org.headroom.ledger.run.OpenRun;

/** Ids and names of the sites of a run, in memory as they lie on disk. Not changed once it was made. */
final class Sites {
    private final TextBlock ids;
    private final TextBlock names;

    Sites(OpenRun run) {
        ids = run.sites().ids(0, run.size());
        names = run.sites().names(0, run.size());
    }

    String id(int site) {
        return Objects.requireNonNull(ids.get(site));
    }

    /** Empty where it has none. */
    String name(int site) {
        return Objects.requireNonNullElse(names.get(site), "");
    }

    /** Number of a site; -1 where there is none. */
    int find(String id) {
        return ids.find(id);
    }
}
