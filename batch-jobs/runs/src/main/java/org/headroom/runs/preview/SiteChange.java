package org.headroom.runs.preview;

import org.headroom.export.style.RankChange;
import org.headroom.model.GateAnswer;

/**
 * A site in two rankings.
 *
 * @param siteId its id
 * @param name for people; empty when it has none
 * @param state its state, or else its jurisdiction; {@code unknown} when neither is known
 * @param change what becomes of it
 * @param before where it stands in the first ranking
 * @param after where it stands in the second one
 */
public record SiteChange(String siteId, String name, String state, RankChange change, Standing before, Standing after) {
    /**
     * Where a site stands.
     *
     * @param rank from 1; excluded sites behind the others
     * @param score that it is ranked by
     * @param gate all gates together
     * @param tier group that it is ranked in
     * @param reason why it does not pass its gates; empty when it does
     */
    public record Standing(int rank, double score, GateAnswer gate, int tier, String reason) {}

    /** Places that the site goes up; negative when it goes down. */
    public int rise() {
        return before.rank() - after.rank();
    }
}
